import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domains } from '#lib/person/domain.ts';
import { gridIn } from '#lib/texts/grid.ts';
import {
	type Answer,
	compare,
	differenceOf,
	domainAfter,
	fieldsFor,
	gridLevels,
	openDomains,
	readAnswers,
	skips,
} from './assessment.ts';

const domain = fc.constantFrom(...domains);
const choice = fc.constantFrom(...gridLevels.map(String), ...skips, '', '6', 'x');

test('each domain has its five sentences, in French and in English, all of them different', () => {
	for (const language of ['fr', 'en'] as const) {
		const words = gridIn(language);
		const sentences = domains.flatMap((each) => gridLevels.map((level) => words[`grid.${each}-${level}`]));
		expect(new Set(sentences).size).toBe(60);
		for (const sentence of sentences) expect(sentence).toMatch(/^.{10,90}\.$/u);
	}
	expect(Object.keys(gridIn('en'))).toEqual(Object.keys(gridIn('fr')));
});

test('what is left blank or unknown is no answer; the rest is read as it was said', () => {
	fc.assert(
		fc.property(domain, choice, fc.boolean(), (asked, chosen, goal) => {
			const [level, ticked] = fieldsFor(asked);
			const answers = readAnswers({ [level]: chosen, ...(goal && { [ticked]: 'true' }) }, [asked]);
			const [answer] = answers;
			const said = ['', '6', 'x'].includes(chosen) ? undefined : chosen;
			expect(answer && `${answer.level ?? ''}${answer.skipped ?? ''}`).toBe(said);
			expect(answer?.herGoal).toBe(said && goal);
		}),
	);
});

test('a domain that was not asked is not read, whatever the form says', () => {
	expect(readAnswers({ health: '1', housing: '4' }, ['housing'])).toMatchObject([{ domain: 'housing' }]);
});

test('with two domains shared, two lines; children and health only under their own subject', () => {
	expect(openDomains(['work', 'housing'])).toEqual(['housing', 'work']);
	expect(openDomains(['children', 'health'])).toEqual(['health', 'family']);
	expect(openDomains(['family'])).toEqual([]);
});

test('the difference is that of the two levels, and turns round with them', () => {
	const answer = (level: Answer['level']): Answer => ({
		domain: 'work',
		level,
		skipped: level === null ? 'not-discussed' : null,
		herGoal: false,
		words: null,
	});
	const level = fc.option(fc.constantFrom(...gridLevels));
	fc.assert(
		fc.property(level, level, (a, b) => {
			const [there, back] = [differenceOf(answer(a), answer(b)), differenceOf(answer(b), answer(a))];
			const told = a !== null && b !== null;
			expect(there).toBe(told ? (a === b ? 'same' : a > b ? 'above' : 'below') : 'unknown');
			expect(back).toBe(told ? (a === b ? 'same' : a > b ? 'below' : 'above') : 'unknown');
		}),
	);
	expect(compare([], [], domains).map(({ difference }) => difference)).toEqual(domains.map(() => 'unknown'));
});

test('one domain at a time visits each once', () => {
	const asked = openDomains(['work', 'housing', 'links']);
	expect(domainAfter(asked, 'housing')).toBe('work');
	expect(domainAfter(asked, 'links')).toBeUndefined();
});
