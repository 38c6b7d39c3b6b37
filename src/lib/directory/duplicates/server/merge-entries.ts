import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { columnOf, type EntryKind } from '../../fields.ts';
import { holdFields } from '../../server/held-fields.ts';
import type { Merge } from '../merge.ts';
import {
	type Choice,
	type Choices,
	compareFields,
	equallyPrivate,
	otherSide,
	type Side,
	takenValues,
} from '../merging.ts';
import { findPair, oneAtATime, type Pair, refuseDecided } from './decisions.ts';
import { type Both, findRoots, lastChangeOf, rootsOf } from './roots.ts';
import { type ServicePair, servicePairsBetween } from './service-pairs.ts';

/**
 * Makes one entry of two: the kept one takes the values chosen from the other, holds them against imports, and readers
 * find the services of both under it. The other remains as its source tells it, out of sight: imports follow it without
 * bringing it back, and the merge can be undone.
 * @throws Refusal 404 no such pair or entry; 409 decided meanwhile (says by whom), changed since it was read, or one of
 *   them more private than the other
 */
export async function mergePair(act: Act, pairId: string, merge: Merge): Promise<{ kept: string }> {
	await oneAtATime(act);
	const pair = await findPair(act, pairId);
	await refuseDecided(act, pair);
	const both = await rootsOf(act, pair);
	await refuseChanged(act, both, merge.seen);
	const services = await tickedServices(act, pair, both, merge.services);
	await mergeBoth(act, pair, both, merge.keep, merge.choices, null);
	await mergeServices(act, pair, services, both[merge.keep].id);
	return { kept: both[merge.keep].id };
}

const tickedServices = async (act: Act, { kind }: Pair, { first, second }: Both, ids: readonly string[]) =>
	kind === 'organisation' && ids.length > 0 ? servicePairsBetween(act, first.id, second.id, ids) : [];

async function refuseChanged(act: Act, { first, second }: Both, seen: number | undefined): Promise<void> {
	if (seen === undefined) return;
	if ((await lastChangeOf(act, [first.id, second.id])) > seen)
		throw new Refusal(409, 'duplicates.changed-meanwhile');
}

/** Each as it is proposed, that of the organisation that stays being kept; those that became one meanwhile are left. */
async function mergeServices(
	act: Act,
	{ id: withPair }: Pair,
	services: readonly ServicePair[],
	keptId: string,
) {
	for (const { id, firstOwner } of services) {
		const pair = await findPair(act, id);
		const both = await findRoots(act, pair);
		if (both && equallyPrivate(both.first, both.second))
			await mergeBoth(act, pair, both, firstOwner === keptId ? 'first' : 'second', {}, withPair);
	}
}

async function mergeBoth(
	act: Act,
	{ id, kind }: Pair,
	both: Both,
	keep: Side,
	choices: Choices,
	withPair: string | null,
): Promise<void> {
	const [kept, merged] = [both[keep], both[otherSide(keep)]];
	if (!equallyPrivate(kept, merged)) throw new Refusal(409, 'duplicates.not-as-private');
	const proposed = new Map(compareFields(kind, both.first, both.second).map((one) => [one.field, one]));
	const believed = (field: string): 'kept' | 'merged' | 'both' => {
		const choice: Choice | undefined = choices[field] ?? proposed.get(field)?.chosen;
		return choice === undefined || choice === keep ? 'kept' : choice === 'both' ? 'both' : 'merged';
	};
	const taken = takenValues(kind, kept, merged, believed);
	const choice = Object.fromEntries(Object.keys(taken).map((field) => [field, believed(field)]));
	await act.tx
		.updateTable('duplicatePair')
		.set({
			state: 'merged',
			decidedBy: act.actor.accountId,
			decidedAt: act.at,
			survivorId: kept.id,
			mergedId: merged.id,
			choices: JSON.stringify(choice),
			withPair,
		})
		.where('id', '=', id)
		.execute();
	await takeValues(act, { pairId: id, kind, keptId: kept.id, taken });
	await sql`
		update ${sql.table(kind)} set merged_into = ${kept.id}::uuid
		where id = ${merged.id}::uuid or merged_into = ${merged.id}::uuid`.execute(act.tx);
	await record(act, 'directory.merged', kept.id, { kind, mergedId: merged.id });
}

interface Taking {
	readonly pairId: string;
	readonly kind: EntryKind;
	readonly keptId: string;
	readonly taken: Readonly<Record<string, unknown>>;
}

/** What was already held for another reason is set aside, to be given back as it was. */
async function takeValues(act: Act, { pairId, kind, keptId, taken }: Taking): Promise<void> {
	if (Object.keys(taken).length === 0) return;
	await sql`
		insert into field_set_aside (pair_id, entry_id, field, value, reason, cause, held_by, held_at)
		select ${pairId}::uuid, entry_id, field, value, reason, cause, held_by, held_at from held_field
		where entry_id = ${keptId}::uuid and field = any (${Object.keys(taken).map(columnOf)})`.execute(act.tx);
	await holdFields(act, { kind, id: keptId, fields: taken, reason: 'merge', cause: pairId });
}
