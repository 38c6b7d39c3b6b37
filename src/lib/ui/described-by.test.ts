import { expect, test } from 'vitest';
import { describedBy } from './described-by.ts';

test('a field points to its hint and its error when it has them', () => {
	expect(describedBy('lieu', 'Ville ou code postal', 'Écrivez une ville.')).toBe('lieu-aide lieu-erreur');
	expect(describedBy('lieu', undefined, 'Écrivez une ville.')).toBe('lieu-erreur');
	expect(describedBy('lieu', undefined, undefined)).toBeUndefined();
});
