import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { fr, type TextKey } from './catalogue.ts';
import { formatters } from './formatters.ts';
import { translate } from './translator.ts';

const argument = 1;
const isPlain = (format: IntlMessageFormat): boolean => format.getAst().every(({ type }) => type <= argument);
const sentences = Object.entries(fr)
	.filter(([, message]) => /[{']/.test(message))
	.map(([key, message]) => ({
		key: key as TextKey,
		whole: new IntlMessageFormat(message, 'fr', undefined, { formatters }),
	}))
	.filter(({ whole }) => isPlain(whole))
	.map(({ key, whole }) => ({
		key,
		whole,
		names: whole.getAst().flatMap((element) => (element.type === argument ? [element.value] : [])),
	}));
const values = fc.array(fc.oneof(fc.string(), fc.double(), fc.constantFrom('{', "'", '<b>', 0, -0)), {
	minLength: 8,
	maxLength: 8,
});

test('sentences that choose nothing read as the library says them', () => {
	expect(sentences.length).toBeGreaterThan(200);
	fc.assert(
		fc.property(fc.constantFrom(...sentences), values, ({ key, whole, names }, drawn) => {
			const given = Object.fromEntries(names.map((name, index) => [name, drawn[index] ?? '']));
			expect(translate(key, given)).toBe(whole.format(given));
		}),
		{ numRuns: 2000 },
	);
});

test('an argument that was forgotten is a fault, not a hole in the sentence', () => {
	expect(() => translate('today.for', { name: 'Awa' })).toThrow();
});

test('what the library must choose or format, it does', () => {
	expect(translate('today.lead', { total: 1 })).toBe('1 chose vous attend.');
	expect(translate('today.lead', { total: 3 })).toBe('3 choses vous attendent.');
});
