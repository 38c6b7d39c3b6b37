import { expect, test } from 'vitest';
import { languages } from './languages.ts';
import rereadings from './reread.json' with { type: 'json' };
import { isReread, rereadLabel } from './reread.ts';
import { sentencesIn } from './space-translator.ts';

test('each language has its line in the table', () => {
	expect(rereadings.map(({ language }) => language).sort()).toEqual(languages.map(({ id }) => id).sort());
});

test('who read again is said with the day, or that nobody has', () => {
	expect(rereadLabel('fr', [])).toBe('Texte non relu par une personne concernée.');
	expect(rereadLabel('fr', [{ language: 'fr', who: 'Nadia et Luc', when: '2026-11-24' }])).toBe(
		'Texte relu par Nadia et Luc, le 24 novembre 2026.',
	);
	expect(rereadLabel('fr', [{ language: 'fr', who: 'Nadia', when: '' }])).toContain('non relu');
});

test('no text claims to be easy to read and understand without the names of its readers', () => {
	const claims = /\bfalc\b|facile à lire et à comprendre|easy[- ]to[- ]read/i;
	const claiming = languages
		.filter(({ id }) => !isReread(id))
		.flatMap(({ id }) => Object.entries(sentencesIn(id)).filter(([, text]) => claims.test(text)));
	expect(claiming).toEqual([]);
});
