import { expect, test } from 'vitest';
import { elided } from './elision.ts';
import { translate } from './translator.ts';

const near = (place: string) => translate('find.title-near', { place, elided: elided(place) });

test('de and d’ before the name of a place', () => {
	expect(near('Aurillac')).toBe('Trouver de l’aide près d’Aurillac');
	expect(near('Évreux')).toBe('Trouver de l’aide près d’Évreux');
	expect(near('Lens')).toBe('Trouver de l’aide près de Lens');
	expect(near('Harnes')).toBe('Trouver de l’aide près de Harnes');
});
