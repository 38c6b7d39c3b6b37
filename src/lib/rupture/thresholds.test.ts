import { describe, expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { ruleIds, ruleOf } from './rule.ts';
import { Story } from './testing/story.ts';
import { numbersAt, readRuleFile, thresholdsOf } from './thresholds.ts';

const file = (change: object = {}, threshold: object = {}) => ({
	...{ territory: '59', decision: 'Réunion du 3 novembre 2026', effectiveOn: '2026-12-01' },
	thresholds: [{ rule: 'R1', attention: 3, rupture: 5, ...threshold }],
	...change,
});

const refused = (told: unknown): string => {
	try {
		readRuleFile(told, '2026-11-23');
		return 'accepted';
	} catch (error) {
		return error instanceof Refusal ? error.reason : 'a bug';
	}
};

describe('a file of thresholds', () => {
	test('is read when it is whole', () => {
		expect(readRuleFile(file(), '2026-11-23').thresholds[0]).toMatchObject({
			rule: 'R1',
			case: '',
			attention: 3,
		});
	});

	test.each([
		['an unknown field', file({ author: 'moi' }), 'rupture.file-field-unknown'],
		['an unknown field of a threshold', file({}, { colour: 'red' }), 'rupture.file-field-unknown'],
		['a threshold of zero', file({}, { attention: 0 }), 'rupture.file-not-positive'],
		['a negative threshold', file({}, { rupture: -4 }), 'rupture.file-not-positive'],
		['half a day', file({}, { attention: 1.5 }), 'rupture.file-field-invalid'],
		['a date in the past', file({ effectiveOn: '2026-11-22' }), 'rupture.file-date-past'],
		['today, already begun', file({ effectiveOn: '2026-11-23' }), 'rupture.file-date-past'],
		['a date that is none', file({ effectiveOn: '2026-13-01' }), 'rupture.file-field-invalid'],
		['an unknown rule', file({}, { rule: 'R21' }), 'rupture.file-rule-unknown'],
		['an unknown case', file({}, { case: 'old' }), 'rupture.file-case-unknown'],
		['attention after rupture', file({}, { attention: 5, rupture: 5 }), 'rupture.file-order'],
		[
			'attention after the rupture by default',
			file({}, { attention: 4, rupture: undefined }),
			'rupture.file-order',
		],
		[
			'a countdown the wrong way',
			file({}, { rule: 'R13', attention: 20, rupture: 40 }),
			'rupture.file-order',
		],
		['no decision', file({ decision: ' ' }), 'rupture.file-field-invalid'],
		['nothing', null, 'rupture.file-field-invalid'],
	])('is refused with %s', (_, told, reason) => {
		expect(refused(told)).toBe(reason);
	});
});

test('every rule has numbers in order by default, as a file that repeats them says', () => {
	for (const rule of ruleIds)
		for (const [name, { attention, rupture, last }] of Object.entries(ruleOf(rule).cases)) {
			const numbers = Object.entries({ attention, rupture, last }).filter(
				([, limit]) => typeof limit === 'number',
			);
			if (numbers.length > 0)
				expect(
					refused(
						file(
							{},
							{ rule, case: name, attention: undefined, rupture: undefined, ...Object.fromEntries(numbers) },
						),
					),
				).toBe('accepted');
		}
});

describe('what is in force', () => {
	const thresholds = thresholdsOf([
		readRuleFile(file(), '2026-11-23'),
		readRuleFile(
			file({ territory: 'all', effectiveOn: '2026-11-25' }, { attention: 1, rupture: 9 }),
			'2026-11-23',
		),
		readRuleFile(file({ effectiveOn: '2026-12-10' }, { attention: 8, rupture: 9 }), '2026-11-23'),
	]);
	const attentionOn = (territory: string, day: string) =>
		numbersAt(thresholds, territory, 'R1', '', Date.parse(`${day}T12:00:00Z`)).attention;

	test('is the territory’s own, else everybody’s, else the default, at the day of the fact', () => {
		expect([
			attentionOn('59', '2026-11-24'),
			attentionOn('59', '2026-11-26'),
			attentionOn('62', '2026-12-20'),
		]).toEqual([2, 1, 1]);
		expect([
			attentionOn('59', '2026-12-01'),
			attentionOn('59', '2026-12-09'),
			attentionOn('59', '2026-12-10'),
		]).toEqual([3, 3, 8]);
	});

	test('a threshold changed today never rewrites what was told', () => {
		const told = new Story('2026-10-28').going('2026-10-28').referred('2026-11-05');
		const late = new Story('2026-10-28').going('2026-10-28').referred('2026-12-14');
		const changed = thresholdsOf([readRuleFile(file({}, { attention: 6, rupture: 9 }), '2026-11-23')]);
		expect(told.alerts('2026-12-14', 'R1', changed)).toEqual(told.alerts('2026-12-14', 'R1'));
		expect([late.level('2026-12-17', 'R1'), late.level('2026-12-17', 'R1', changed)]).toEqual([
			'attention',
			'quiet',
		]);
	});
});
