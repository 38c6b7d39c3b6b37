import { foldedName } from '#lib/person/person-name.ts';
import { nearestOf, organisationPeople } from '#lib/person/server/duplicates.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { typedCommune } from '../../matching/server/typed-commune.ts';
import { nameOfActor } from '../../server/worker-name.ts';
import type { Choices } from '../choices.ts';
import type { Fault } from '../fault.ts';
import { groupPeople } from '../group-people.ts';
import { type ReadLine, readLine } from '../read-line.ts';
import { firstLine, type ReadySituation, type RefusedLine, type Situation, type Twin } from '../situation.ts';
import type { SituationTable } from '../table.ts';

export interface Look {
	readonly people: readonly ReadySituation[];
	readonly refused: readonly RefusedLine[];
}

/** What a spreadsheet would write under these choices, and what it would not. Nothing is written. */
export async function lookAtSituations(act: Act, table: SituationTable, choices: Choices): Promise<Look> {
	const today = dayOf(act.at);
	const reading = { fields: choices.fields, today, worker: await nameOfActor(act) };
	const lines = table.lines.map((line) => readLine(line, reading));
	const communes = await communesOf(act, lines);
	const { people, refused } = groupPeople(
		lines.map((line) => withCommune(line, communes)),
		{ withoutStep: choices.withoutStep, today },
	);
	return { people: await withTwins(act, people, communes), refused };
}

type Communes = ReadonlyMap<string, string | Fault | null>;

/** Each commune is looked for once, however many people live there. */
async function communesOf(act: Act, lines: readonly ReadLine[]): Promise<Communes> {
	const typed = new Set(lines.flatMap(({ commune }) => (commune === null ? [] : [commune])));
	const found = new Map<string, string | Fault | null>();
	for (const commune of typed) found.set(commune, await communeOf(act, commune));
	return found;
}

async function communeOf(act: Act, typed: string): Promise<string | Fault | null> {
	try {
		return await typedCommune(act, typed);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { field: 'commune', reason: error.reason, values: error.values };
	}
}

function withCommune(line: ReadLine, communes: Communes): ReadLine {
	const found = communes.get(line.commune ?? '');
	return typeof found === 'object' && found !== null ? { ...line, faults: [...line.faults, found] } : line;
}

/** Those of her organisation, and those of an earlier line: nothing is looked at elsewhere. */
async function withTwins(
	act: Act,
	people: readonly Situation[],
	communes: Communes,
): Promise<ReadySituation[]> {
	const known = await organisationPeople(act);
	const before = new Map<string, number>();
	return people.map((one) => {
		const here: readonly Twin[] = nearestOf(known, one.name);
		const earlier = before.get(foldedName(one.name));
		before.set(foldedName(one.name), earlier ?? firstLine(one));
		const twins = earlier === undefined ? here : [...here, { name: one.name, line: earlier }];
		const code = communes.get(one.commune ?? '');
		return { ...one, twins, communeCode: typeof code === 'string' ? code : null };
	});
}
