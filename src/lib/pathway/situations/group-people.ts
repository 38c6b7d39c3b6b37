import { loose } from '#lib/directory/mapping/loose.ts';
import type { Domain } from '#lib/person/domain.ts';
import type { ContactRule, Protection } from '#lib/person/protection.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays } from '#lib/time/days.ts';
import type { WithoutStep } from './choices.ts';
import type { Fault } from './fault.ts';
import type { SituationField } from './field.ts';
import type { ReadLine } from './read-line.ts';

export interface SituationGoal {
	readonly words: string;
	readonly domain: Domain;
}
export interface SituationStep {
	readonly words: string;
	readonly dueOn: string;
	readonly owner: 'me' | 'person';
	/** The rank of its goal; null when none was said before it. */
	readonly goal: number | null;
}

/** Somebody whose pathway can be opened as it is. */
export interface Situation {
	/** Her lines in the spreadsheet, from the first. */
	readonly lines: readonly number[];
	readonly name: string;
	/** YYYY-MM-DD; null for today. */
	readonly openedOn: string | null;
	readonly language: string | null;
	readonly commune: string | null;
	readonly contactRule: ContactRule;
	readonly safeContact: string | null;
	readonly protection: Protection;
	/** Her own sentence: what she wants, when no domain is said. */
	readonly words: string | null;
	readonly goals: readonly SituationGoal[];
	/** One at least. */
	readonly steps: readonly SituationStep[];
}

/** A line that is not written, and why. */
export interface RefusedLine {
	readonly line: number;
	readonly faults: readonly Fault[];
}

export interface Grouped {
	readonly people: readonly Situation[];
	readonly refused: readonly RefusedLine[];
}

const fortnight = 14;
const longestSentence = 2000;

/**
 * Gathers lines into people: lines of one mark are about one person, a line without a mark is about somebody else. A
 * person whose lines are not all right is refused whole, so that what is corrected and given again makes one pathway.
 */
export function groupPeople(
	lines: readonly ReadLine[],
	{ withoutStep, today }: { readonly withoutStep: WithoutStep; readonly today: string },
): Grouped {
	const groups = [...Map.groupBy(lines, keyOf).values()];
	const read = groups.map((group) => readPerson(group, { withoutStep, first: addDays(today, fortnight) }));
	return {
		people: read.flatMap((one) => (one.situation ? [one.situation] : [])),
		refused: read.flatMap(({ refused }) => refused).toSorted((one, other) => one.line - other.line),
	};
}

const keyOf = ({ mark, line }: ReadLine): string =>
	loose(mark) === '' ? `line ${line}` : `mark ${loose(mark)}`;

interface Defaults {
	readonly withoutStep: WithoutStep;
	readonly first: string;
}

interface ReadPerson {
	readonly situation: Situation | null;
	readonly refused: readonly RefusedLine[];
}

function readPerson(group: readonly ReadLine[], defaults: Defaults): ReadPerson {
	const found = group.map((line, rank) => ({
		line: line.line,
		faults: faultsOf(line, rank, group, defaults),
	}));
	const wrong = found.filter(({ faults }) => faults.length > 0);
	if (wrong.length === 0) return { situation: situationOf(group, defaults), refused: [] };
	const because: Fault = {
		field: null,
		reason: 'situations.same-person-refused',
		values: { lines: wrong.map(({ line }) => line).join(', ') },
	};
	const refused = found.map(({ line, faults }) => ({ line, faults: faults.length > 0 ? faults : [because] }));
	return { situation: null, refused };
}

/** What lines of one person may each say, and must not say otherwise. */
const once = ['name', 'openedOn', 'language', 'commune', 'protection'] as const satisfies SituationField[];

function faultsOf(line: ReadLine, rank: number, group: readonly ReadLine[], defaults: Defaults): Fault[] {
	const other = once
		.filter((field) => line[field] !== null && line[field] !== firstOf(group, (each) => each[field]))
		.map(
			(field): Fault => ({
				field,
				reason: 'situations.says-otherwise',
				values: { line: group[0]?.line ?? 0 },
			}),
		);
	return [
		...line.faults,
		...other,
		...otherContact(line, group),
		...missingFrom(line, rank, group, defaults),
	];
}

/** Two ways to contact her: one of them may put her in danger. */
function otherContact({ contact }: ReadLine, group: readonly ReadLine[]): Fault[] {
	const first = firstOf(group, (each) => each.contact);
	const same = !contact || (contact.rule === first?.rule && contact.words === first.words);
	return same
		? []
		: [{ field: 'safeContact', reason: 'situations.says-otherwise', values: { line: group[0]?.line ?? 0 } }];
}

/** What is missing from a person is said on her first line; what is missing from a step, on its own. */
function missingFrom(
	line: ReadLine,
	rank: number,
	group: readonly ReadLine[],
	{ withoutStep }: Defaults,
): Fault[] {
	const faults: Fault[] = [];
	const unsaid = (field: SituationField) => !line.faults.some((fault) => fault.field === field);
	if (rank === 0 && unsaid('name') && group.every(({ name }) => name === null))
		faults.push({ field: 'name', reason: 'person.name-missing' });
	if (rank === 0 && (sentenceOf(group)?.length ?? 0) > longestSentence)
		faults.push({ field: 'goal', reason: 'person.words-long' });
	if (withoutStep === 'first-point') return faults;
	if (rank === 0 && unsaid('step') && group.every(({ step }) => step === null))
		faults.push({ field: 'step', reason: 'situations.step-missing' });
	if (line.step && !line.step.words && unsaid('step'))
		faults.push({ field: 'step', reason: 'steps.words-missing' });
	if (line.step && !line.step.dueOn && unsaid('dueOn'))
		faults.push({ field: 'dueOn', reason: 'situations.due-missing' });
	return faults;
}

function situationOf(group: readonly ReadLine[], { first }: Defaults): Situation {
	const said = group.flatMap(({ goal }) =>
		goal?.domain ? [{ words: goal.words, domain: goal.domain }] : [],
	);
	const goals = said.filter((goal, rank) => rankOf(goal, said) === rank);
	const contact = firstOf(group, (line) => line.contact);
	const steps = stepsOf(group, goals, first);
	const point = {
		words: translate('situations.first-point'),
		dueOn: first,
		owner: 'me',
		goal: null,
	} as const;
	return {
		lines: group.map(({ line }) => line),
		name: firstOf(group, (line) => line.name) ?? '',
		openedOn: firstOf(group, (line) => line.openedOn),
		language: firstOf(group, (line) => line.language),
		commune: firstOf(group, (line) => line.commune),
		contactRule: contact?.rule ?? 'free',
		safeContact: contact?.words ?? null,
		protection: firstOf(group, (line) => line.protection) ?? 'ordinary',
		words: sentenceOf(group),
		goals,
		steps: steps.length > 0 ? steps : [point],
	};
}

/** A step without words is a first point; without a date it is for the same day as one. */
function stepsOf(
	group: readonly ReadLine[],
	goals: readonly SituationGoal[],
	first: string,
): SituationStep[] {
	let goal: number | null = null;
	const steps: SituationStep[] = [];
	for (const line of group) {
		if (line.goal?.domain) goal = rankOf({ words: line.goal.words, domain: line.goal.domain }, goals);
		if (!line.step) continue;
		const { words, dueOn, owner } = line.step;
		steps.push({ words: words ?? translate('situations.first-point'), dueOn: dueOn ?? first, owner, goal });
	}
	return steps;
}

const rankOf = (goal: SituationGoal, goals: readonly SituationGoal[]): number =>
	goals.findIndex(({ words, domain }) => words === goal.words && domain === goal.domain);

/** What she says without a domain, line after line. */
function sentenceOf(group: readonly ReadLine[]): string | null {
	const said = group.flatMap(({ goal }) => (goal && !goal.domain ? [goal.words] : []));
	return [...new Set(said)].join('\n') || null;
}

function firstOf<Value>(group: readonly ReadLine[], told: (line: ReadLine) => Value | null): Value | null {
	for (const line of group) {
		const value = told(line);
		if (value !== null) return value;
	}
	return null;
}
