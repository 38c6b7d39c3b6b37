import { loose } from '#lib/directory/mapping/loose.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays } from '#lib/time/days.ts';
import type { WithoutStep } from './choices.ts';
import type { Fault } from './fault.ts';
import { type Defaults, faultsOf, firstOf, sentenceOf } from './person-faults.ts';
import type { ReadLine } from './read-line.ts';
import type { RefusedLine, Situation, SituationGoal, SituationStep } from './situation.ts';

export interface Grouped {
	readonly people: readonly Situation[];
	readonly refused: readonly RefusedLine[];
}

const fortnight = 14;

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
