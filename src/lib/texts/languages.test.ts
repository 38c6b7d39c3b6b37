import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLanguage, languageNamed, languages, localeOf, negotiate } from './languages.ts';

test('the names stand in the order of the alphabets, without two alike', () => {
	const names = languages.map(({ name }) => name);
	expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare));
	expect(new Set(names).size).toBe(12);
});

test.each([
	['ar', 'ar'],
	['uk-UA,uk;q=0.9,ru;q=0.8', 'uk'],
	['de-DE,de;q=0.9,ro;q=0.5,en;q=0.7', 'en'],
	['prs-AF', 'fa'],
	['mo', 'ro'],
	['PT-br', 'pt'],
	['fr-CA, en', 'fr'],
	['en;q=0, ps', 'ps'],
	['*', 'fr'],
	['constructor', 'fr'],
	['', 'fr'],
	[null, 'fr'],
])('whoever prefers « %s » reads %s', (asked, language) => {
	expect(negotiate(asked)).toBe(language);
});

test('never throws, always one of the twelve', () => {
	const header = fc.oneof(
		fc.string(),
		fc.stringMatching(/^[a-z]{2}(-[A-Z]{2})?(;q=[\d.]{1,4})?(,[a-z]{2}(;q=[\d.]{1,4})?){0,6}$/),
	);
	fc.assert(fc.property(header, (asked) => isLanguage(negotiate(asked))));
});

test('digits and years are those of French letters, whatever the writing', () => {
	const at = new Date('2026-11-23T11:00:00Z');
	for (const { id } of languages) {
		const said = new Intl.DateTimeFormat(localeOf(id), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
		expect(said).toMatch(/\b23\b/);
		expect(said).toMatch(/2026/);
	}
});

test('three of them are written from right to left', () => {
	const leftwards = languages.filter(({ id }) => languageNamed(id).direction === 'rtl');
	expect(leftwards.map(({ id }) => id)).toEqual(['ar', 'ps', 'fa']);
});
