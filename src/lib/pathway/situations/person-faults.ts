import type { WithoutStep } from './choices.ts';
import type { Fault } from './fault.ts';
import type { SituationField } from './field.ts';
import type { ReadLine } from './read-line.ts';

/** What is done without a step or a date. */
export interface Defaults {
	readonly withoutStep: WithoutStep;
	/** The day of a first point, YYYY-MM-DD. */
	readonly first: string;
}

const longestSentence = 2000;

/** What lines of one person may each say, and must not say otherwise. */
const once = ['name', 'openedOn', 'language', 'commune', 'protection'] as const satisfies SituationField[];

/** What is wrong with one line among those of the same person. */
export function faultsOf(
	line: ReadLine,
	rank: number,
	group: readonly ReadLine[],
	defaults: Defaults,
): Fault[] {
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

/** What she says without a domain, line after line. */
export function sentenceOf(group: readonly ReadLine[]): string | null {
	const said = group.flatMap(({ goal }) => (goal && !goal.domain ? [goal.words] : []));
	return [...new Set(said)].join('\n') || null;
}

/** What the first line that says it says. */
export function firstOf<Value>(
	group: readonly ReadLine[],
	told: (line: ReadLine) => Value | null,
): Value | null {
	for (const line of group) {
		const value = told(line);
		if (value !== null) return value;
	}
	return null;
}
