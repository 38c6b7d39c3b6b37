import { expect, test } from 'vitest';
import { DraftKey, draftFields } from './draft.ts';

test('a draft keeps texts, never a secret nor a file', () => {
	const data = new FormData();
	data.set('words', 'Je veux');
	data.set('code', 'ABCDEFGH');
	data.set('file', new Blob(['x']));
	expect(draftFields(data)).toEqual({ words: 'Je veux' });
	expect(draftFields([['words', 'a'.repeat(64_000)]])).toBeUndefined();
});

test.each([
	['fiche.8d5e3bd0-1111-4222-8333-123456789abc', true],
	['nouvelle', true],
	['', false],
	['../x', false],
	['FICHE', false],
	['fiche.', false],
])('« %s » is a key: %s', (key, good) => {
	expect(DraftKey.safeParse(key).success).toBe(good);
});
