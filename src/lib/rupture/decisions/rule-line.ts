import { isTextKey, translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { type Limit, type Limits, type RuleId, ruleIds, ruleOf, type Unit, unitsOf } from '../rule.ts';
import { nameOfRule } from '../steering/steering.ts';
import type { RuleFile } from '../thresholds.ts';

export const levels = ['attention', 'rupture', 'last'] as const;
type LevelName = (typeof levels)[number];

/** The limits of one rule and case, since a day, by a decision; nothing when they are those of the start. */
export interface Version {
	readonly since: string | null;
	readonly decision: string | null;
	readonly limits: Limits;
}

/** One rule of the page, in words, with what it counts with today, what is coming, and what was. */
export interface RuleLine {
	readonly rule: RuleId;
	readonly name: string;
	/** Which of its cases; empty for everybody. */
	readonly case: string;
	readonly label: string;
	readonly family: string;
	readonly now: string;
	readonly by: string;
	/** The numbers that may be decided, as they are today. */
	readonly fields: readonly { readonly level: LevelName; readonly label: string; readonly value: string }[];
	readonly coming: readonly string[];
	readonly history: readonly string[];
}

/** Every version of the limits of a rule, the oldest first: the start, then each decision. */
export function versionsOf(rule: RuleId, name: string, files: readonly RuleFile[]): Version[] {
	const start = ruleOf(rule).cases[name] ?? { attention: null, rupture: null, last: null };
	const decided = files
		.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
		.flatMap(({ effectiveOn, decision, thresholds }) =>
			thresholds
				.filter((one) => one.rule === rule && one.case === name)
				.map(
					(one): Version => ({
						since: effectiveOn,
						decision,
						limits: {
							attention: one.attention ?? start.attention,
							rupture: one.rupture ?? start.rupture,
							last: one.last ?? start.last,
						},
					}),
				),
		);
	return [{ since: null, decision: null, limits: start }, ...decided];
}

/** The twenty rules, each with its cases. @param today YYYY-MM-DD */
export const ruleLines = (files: readonly RuleFile[], today: string): RuleLine[] =>
	ruleIds.flatMap((rule) =>
		Object.keys(ruleOf(rule).cases).map((name) => ruleLine(rule, name, files, today)),
	);

function ruleLine(rule: RuleId, name: string, files: readonly RuleFile[], today: string): RuleLine {
	const versions = versionsOf(rule, name, files);
	const now = versions.findLast(({ since }) => since === null || since <= today) ?? versions[0]!;
	const say = (version: Version) =>
		translate('rules.version', { limits: sayLimits(rule, name, version.limits), by: sayBy(version) });
	return {
		...{ rule, case: name },
		name: nameOfRule(rule),
		label: name === '' ? nameOfRule(rule) : `${nameOfRule(rule)} (${caseName(rule, name)})`,
		family: translate(`rules.family-${ruleOf(rule).family}`),
		now: sayLimits(rule, name, now.limits),
		by: sayBy(now),
		fields: levels
			.filter((level) => typeof now.limits[level] === 'number')
			.map((level) => ({
				level,
				label: `${translate(`rules.${level}`)} (${translate(`rules.in-${unitAt(rule, name, level)}`)})`,
				value: String(now.limits[level]),
			})),
		coming: versions.filter(({ since }) => since !== null && since > today).map(say),
		history: versions.filter((version) => version !== now && (version.since ?? '') <= today).map(say),
	};
}

const unitAt = (rule: RuleId, name: string, level: LevelName): Unit => {
	const units = unitsOf(rule, name);
	return units[level] ?? units.rupture;
};

function sayLimits(rule: RuleId, name: string, limits: Limits): string {
	const said = levels.flatMap((level) => {
		const limit: Limit = limits[level];
		if (limit === null) return [];
		const when =
			limit === 'at-once'
				? translate('rules.at-once')
				: translate(`rules.limit-${unitAt(rule, name, level)}`, { count: limit });
		return [`${translate(`rules.${level}`)} : ${when}`];
	});
	return said.join(' ; ');
}

const sayBy = ({ since, decision }: Version): string =>
	since === null
		? translate('rules.from-start')
		: translate('rules.since', { date: frenchDate(since), decision: decision ?? '' });

function caseName(rule: RuleId, name: string): string {
	const key = `rules.case-${rule.toLowerCase()}-${name}`;
	return isTextKey(key) ? translate(key) : name;
}
