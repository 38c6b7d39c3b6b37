import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Domain, domains } from '#lib/person/domain.ts';
import { type Answer, gridLevels } from './assessment.ts';
import { labelOf, showEvolution, showSideBySide, tellEvolution } from './shown-assessment.ts';

const answer = (domain: Domain, level: Answer['level']): Answer => ({
	domain,
	level,
	skipped: level === null ? 'does-not-wish' : null,
	herGoal: false,
	words: null,
});
const kept = (answers: readonly Answer[], answeredBy: 'person' | 'worker' = 'person') => ({
	id: 'one',
	answeredBy,
	answeredOn: '2026-11-23',
	workerName: 'Awa Diallo',
	answers,
});
const grid = fc
	.uniqueArray(fc.constantFrom(...domains), { minLength: 1 })
	.chain((asked) =>
		fc.tuple(
			...asked.map((domain) =>
				fc.option(fc.constantFrom(...gridLevels)).map((level) => answer(domain, level)),
			),
		),
	);

test('her view and the worker’s stand side by side, with what differs said', () => {
	const [line] = showSideBySide(
		kept([answer('housing', 1)]),
		kept([answer('housing', 3)], 'worker'),
		domains,
	);
	expect(line).toMatchObject({
		label: 'Logement',
		one: { sentence: 'Je ne sais pas où dormir ce soir.' },
		other: { sentence: 'J’ai un toit pour quelques mois, sans savoir ce qui vient après.' },
		says: 'Elle se voit moins bien que vous ne la voyez',
	});
});

test('only the domains asked are shown, and only those somebody told', () => {
	const lines = showSideBySide(kept([answer('housing', 1), answer('health', 2)]), undefined, [
		'housing',
		'work',
	]);
	expect(lines.map(({ domain }) => domain)).toEqual(['housing']);
});

test('what changed names each subject once, and counts nothing', () => {
	fc.assert(
		fc.property(grid, grid, (before, after) => {
			const lines = showEvolution(kept(before), kept(after), domains);
			const sentences = tellEvolution(lines);
			expect(sentences.join(' ')).not.toMatch(/\d/);
			const named = sentences.flatMap((sentence) => sentence.replace(/^.*? : |\.$/g, ''));
			const told = new Set([...before, ...after].map(({ domain }) => domain));
			for (const domain of domains) {
				const line = lines.find((each) => each.domain === domain);
				expect(Boolean(line)).toBe(told.has(domain));
				if (line) expect(named.filter((list) => list.includes(labelOf(domain)))).toHaveLength(1);
			}
		}),
	);
});

test('better is towards the right, whatever the day it was read', () => {
	const change = (from: Answer['level'], to: Answer['level']) =>
		showEvolution(kept([answer('work', from)]), kept([answer('work', to)]), domains)[0]?.says;
	expect([change(2, 4), change(4, 2), change(3, 3), change(null, 3)]).toEqual([
		'Va mieux',
		'Va moins bien',
		'Pareil',
		'Pas de réponse aux deux dates',
	]);
});
