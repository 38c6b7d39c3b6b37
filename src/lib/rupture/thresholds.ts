import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import { calendarOf, dayNumber } from './calendar.ts';
import {
	isRuleId,
	type Limit,
	type Limits,
	type RuleId,
	ruleIds,
	ruleOf,
	type Unit,
	unitsOf,
} from './rule.ts';

const positive = z.int().positive().max(1000);

/** One number that a territory chose: a rule, its case, and its limits; what is left out keeps its value by default. */
const Threshold = z.strictObject({
	rule: z.string().refine(isRuleId),
	case: z.string().default(''),
	attention: positive.optional(),
	rupture: positive.optional(),
	last: positive.optional(),
});

const RuleFileShape = z.strictObject({
	/** A département by its INSEE code, or « all ». */
	territory: z.string().regex(/^(all|\d[\dAB]\d?)$/),
	/** The decision that set them, as the collective names it. */
	decision: z.string().trim().min(1).max(200),
	effectiveOn: z.iso.date(),
	thresholds: z.array(Threshold).min(1),
});
/** Thresholds that a territory decided, from a day on. */
export type RuleFile = z.output<typeof RuleFileShape>;

/**
 * Reads a file of thresholds: nothing changes before tomorrow, so that what was told today stays as it was told.
 * @param today calendar date YYYY-MM-DD
 * @throws Refusal 422 with a sentence: unknown field or rule, zero or negative number, date not to come, attention
 * that does not come before rupture
 */
export function readRuleFile(told: unknown, today: string): RuleFile {
	const { data: file, error } = RuleFileShape.safeParse(told);
	if (!file) throw refusalOf(error.issues[0]);
	if (file.effectiveOn <= today) throw new Refusal(422, 'rupture.file-date-past', { date: file.effectiveOn });
	const seen = new Set<string>();
	for (const threshold of file.thresholds) {
		const rule = threshold.rule as RuleId;
		const { cases } = ruleOf(rule);
		const before = Object.hasOwn(cases, threshold.case) ? cases[threshold.case] : undefined;
		if (!before) throw new Refusal(422, 'rupture.file-case-unknown', { rule, name: threshold.case });
		if (!inOrder(rule, threshold.case, changed(before, threshold)))
			throw new Refusal(422, 'rupture.file-order', { rule });
		const key = keyOf(rule, threshold.case);
		if (seen.has(key)) throw new Refusal(422, 'rupture.file-rule-twice', { rule });
		seen.add(key);
	}
	return file;
}

function refusalOf(issue: z.core.$ZodIssue | undefined): Refusal {
	const field = issue?.path.join('.') ?? '';
	if (issue?.code === 'unrecognized_keys')
		return new Refusal(422, 'rupture.file-field-unknown', { field: issue.keys.join(', ') });
	if (issue?.code === 'too_small' && issue.origin !== 'string' && issue.origin !== 'array')
		return new Refusal(422, 'rupture.file-not-positive', { field });
	if (issue?.path.at(-1) === 'rule') return new Refusal(422, 'rupture.file-rule-unknown', { field });
	return new Refusal(422, 'rupture.file-field-invalid', { field });
}

type Change = { readonly [Level in keyof Limits]?: number | undefined };
const changed = (before: Limits, { attention, rupture, last }: Change): Limits => ({
	attention: attention ?? before.attention,
	rupture: rupture ?? before.rupture,
	last: last ?? before.last,
});

/** In days, roughly: two units of one rule are compared when its numbers are decided, never when it is applied. */
const roughDays: Readonly<Record<Unit, number>> = {
	'business-days': 1.4,
	days: 1,
	months: 30,
	'days-before': -1,
	'days-after-estimate': Number.NaN,
	facts: 1,
};

function inOrder(rule: RuleId, name: string, { attention, rupture, last }: Limits): boolean {
	const units = unitsOf(rule, name);
	const places = [
		roughly(attention, units.attention),
		roughly(rupture, units.rupture),
		roughly(last, units.last ?? units.rupture),
	].filter((place) => place !== undefined);
	return places.every((place, index) => index === 0 || !(place <= (places[index - 1] ?? 0)));
}

function roughly(limit: Limit, unit: Unit): number | undefined {
	if (limit === null) return undefined;
	return limit === 'at-once' ? 0 : limit * roughDays[unit];
}

/** The limits as the rules count with them: 0 at once, Infinity never. */
export interface Numbers {
	readonly attention: number;
	readonly rupture: number;
	readonly last: number;
}
interface Version {
	readonly from: number;
	readonly numbers: Numbers;
}

/** What is in force where and when: by territory, then by rule and case, versions from the oldest. */
export type Thresholds = ReadonlyMap<string, ReadonlyMap<string, readonly Version[]>>;

const asNumber = (limit: Limit): number =>
	limit === null ? Number.POSITIVE_INFINITY : limit === 'at-once' ? 0 : limit;
const numbersOf = ({ attention, rupture, last }: Limits): Numbers => ({
	attention: asNumber(attention),
	rupture: asNumber(rupture),
	last: asNumber(last),
});
const keyOf = (rule: RuleId, name: string) => `${rule} ${name}`;

interface Known {
	readonly key: string;
	readonly numbers: Numbers;
}
/** Looked up once a row of everybody's facts: no string is built on the way. */
const byDefault = Object.fromEntries(
	ruleIds.map((rule) => [
		rule,
		Object.fromEntries(
			Object.entries(ruleOf(rule).cases).map(([name, limits]): [string, Known] => [
				name,
				{ key: keyOf(rule, name), numbers: numbersOf(limits) },
			]),
		),
	]),
);

/** Lays the decisions in the order of their dates. A day starts on the clocks of its territory; « all », in Paris. */
export function thresholdsOf(files: readonly RuleFile[]): Thresholds {
	const all = new Map<string, Map<string, Version[]>>();
	for (const { territory, effectiveOn, thresholds } of files.toSorted((a, b) =>
		a.effectiveOn < b.effectiveOn ? -1 : 1,
	)) {
		const from = calendarOf(territory === 'all' ? '75' : territory).startOf(dayNumber(effectiveOn));
		const here = all.get(territory) ?? new Map<string, Version[]>();
		all.set(territory, here);
		for (const { rule, case: name, ...change } of thresholds) {
			const id = rule as RuleId;
			const versions = here.get(keyOf(id, name)) ?? [];
			const limits = changed(ruleOf(id).cases[name] ?? ruleOf(id).cases['']!, change);
			here.set(keyOf(id, name), [...versions, { from, numbers: numbersOf(limits) }]);
		}
	}
	return all;
}

/** No territory decided anything. */
export const defaultThresholds: Thresholds = new Map();

/** The numbers in force in a territory at the instant a fact occurred: a later decision never reaches it. */
export function numbersAt(
	thresholds: Thresholds,
	territory: string,
	rule: RuleId,
	name: string,
	at: number,
): Numbers {
	const { key, numbers } = byDefault[rule]?.[name] ?? never;
	if (thresholds.size === 0) return numbers;
	return (
		lastBefore(thresholds.get(territory)?.get(key), at) ??
		lastBefore(thresholds.get('all')?.get(key), at) ??
		numbers
	);
}

/** What a case that no rule has would count: nothing, ever. */
const never: Known = { key: '', numbers: numbersOf({ attention: null, rupture: null, last: null }) };

const lastBefore = (versions: readonly Version[] | undefined, at: number): Numbers | undefined =>
	versions?.findLast(({ from }) => from <= at)?.numbers;
