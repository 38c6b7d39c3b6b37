import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { mostListed, readCommuneList } from '../commune-list.ts';
import { setCode } from '../set-code.ts';
import type { Territory } from '../territory.ts';
import { type ListedCommunes, listedCommunes } from './listed-communes.ts';
import { addMembers } from './territories.ts';

export const SetToOpen = z.object({
	name: z
		.string('territory.set-name-missing')
		.trim()
		.min(1, 'territory.set-name-missing')
		.max(200, 'territory.set-name-long')
		.refine((name) => setCode(name).startsWith('ensemble-'), 'territory.set-name-missing'),
	/** As pasted: names, INSEE codes, postcodes, départements, EPCI; one a line, or with commas. */
	communes: z
		.string('territory.set-empty')
		.max(100_000, 'territory.set-many')
		.transform(readCommuneList)
		.refine(({ length }) => length > 0, 'territory.set-empty')
		.refine(({ length }) => length <= mostListed, 'territory.set-many'),
});

/**
 * Makes a territory of any communes, under a name that none bears. By a steward, or the operator.
 * @throws Refusal 422 naming what is unknown or borne by several communes, 409 when the name is taken
 */
export async function openSet(act: Act, { name, communes }: z.output<typeof SetToOpen>): Promise<Territory> {
	const set: Territory = { kind: 'set', code: setCode(name), year: act.at.getUTCFullYear(), name };
	if (await isTaken(act, set)) throw new Refusal(409, 'territory.set-taken', { name });
	const listed = await listedCommunes(act, communes);
	refuseUnsure(listed);
	await act.tx.insertInto('territory').values(set).execute();
	const members = listed.communes.map((communeCode) => ({ code: set.code, communeCode }));
	await addMembers(act, 'set', set.year, members);
	await record(act, 'territory.imported', randomUUID(), {
		kind: 'set',
		year: set.year,
		communes: members.length,
	});
	return set;
}

const isTaken = async ({ tx }: Act, { code }: Territory): Promise<boolean> =>
	(await tx
		.selectFrom('territory')
		.select('code')
		.where('kind', '=', 'set')
		.where('code', '=', code)
		.executeTakeFirst()) !== undefined;

const mostNamed = 10;

function refuseUnsure({ unknown, unclear }: ListedCommunes): void {
	if (unknown.length > 0)
		throw new Refusal(422, 'territory.set-unknown', {
			count: unknown.length,
			names: unknown.slice(0, mostNamed).join(', '),
		});
	const [first] = unclear;
	if (first)
		throw new Refusal(422, 'territory.set-unclear', {
			name: first.typed,
			choices: first.choices.slice(0, mostNamed).join(', '),
		});
}
