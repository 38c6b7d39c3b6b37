import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { type Language, languageNamed, languages } from './languages.ts';
import { type SpaceKey, space } from './space-catalogue.ts';
import { missing, sentencesIn, translatorFor } from './space-translator.ts';
import { translate } from './translator.ts';

/** The parsed kind of a count. */
const plural = 6;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const keys = Object.keys(space).filter((key): key is SpaceKey => key in space);
const others = languages.map(({ id }) => id).filter((id) => id !== 'fr');

test('French is the source, and stands in for what is not translated yet', () => {
	expect(missing('fr')).toBe(0);
	expect(translatorFor('fr')('own.leave')).toBe('Quitter');
	expect(translate('own.leave')).toBe('Quitter');
	for (const { id } of languages)
		for (const key of keys) if (!/[{']/.test(space[key])) expect(translatorFor(id)(key)).not.toBe('');
});

test('screens have French signs that never begin a line', () => {
	expect(translatorFor('fr')('own.urgent_title')).toContain('\u00A0?');
});

test.each(others)('%s has no sentence that French lacks', (id) => {
	expect(Object.keys(sentencesIn(id)).filter((key) => !(key in space))).toEqual([]);
});

test.each(others)('%s puts the same things in its sentences as French', (id) => {
	for (const key of keys) {
		const sentence = sentencesIn(id)[key];
		if (sentence !== undefined) expect([key, argumentsOf(sentence)]).toEqual([key, argumentsOf(space[key])]);
	}
});

test.each(others)('%s counts with the forms of its own grammar', (id) => {
	const forms = new Intl.PluralRules(languageNamed(id).tag).resolvedOptions().pluralCategories;
	for (const key of keys)
		for (const { options } of elementsOf(sentencesIn(id)[key] ?? '').filter(
			(element) => 'options' in element && element.type === plural,
		)) {
			const given = Object.keys(options).filter((form) => !form.startsWith('='));
			expect([key, forms.filter((form) => !given.includes(form) && !spared(id, form))]).toEqual([key, []]);
			expect([key, given.filter((form) => !forms.some((known) => known === form))]).toEqual([key, []]);
		}
});

/** Millions and fractions are counted nowhere in the space. */
const spared = (id: Language, form: string): boolean =>
	form === 'many' && ['fr', 'fr-simple', 'es', 'pt'].includes(id);

function argumentsOf(sentence: string): string[] {
	const named = elementsOf(sentence).flatMap((element) =>
		element.type === 0 || element.type === 7 || element.type === 8 ? [] : [element.value],
	);
	return [...new Set(named)].sort();
}

function elementsOf(sentence: string): Element[] {
	const inside = (elements: Element[]): Element[] =>
		elements.flatMap((element) =>
			'options' in element
				? [element, ...Object.values(element.options).flatMap(({ value }) => inside(value))]
				: [element],
		);
	return inside(new IntlMessageFormat(sentence, 'fr').getAst());
}
