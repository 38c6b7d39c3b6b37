import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { holds, type Level, leftOf, type Part, type StopWay, stopWays } from '../agreement.ts';
import { type FoundAgreement, findAgreement } from './agreements.ts';
import { organisationOf } from './people.ts';

/** How she said it; why is not asked. */
export const Stopping = z.object({ way: z.enum(stopWays, 'agreements.way-missing') });

/** A part: domains she no longer shares, or the only level that she keeps. */
export const StoppingPart = Stopping.extend({
	without: z.array(z.string().max(40)).default([]),
	only: z.enum(['1', '2', '3', ''], 'agreements.part-missing').default(''),
});

/**
 * Stops an agreement, from the next read on, whoever of those who know it records it.
 * @throws Refusal 404 when the actor knows of none; 409 when it had ended already
 */
export async function stopAgreement(
	act: Act,
	personId: string,
	id: string,
	{ way }: z.output<typeof Stopping>,
): Promise<void> {
	await stop(act, await findAgreement(act, personId, id), way, false);
}

/**
 * Stops a part of an agreement: the whole is stopped and the rest recorded again, under the same proof and until the
 * same end, in one act.
 * @returns the id of what is left
 * @throws Refusal 404, 409 as `stopAgreement`; 422 when nothing, or everything, would be left
 */
export async function stopPart(
	act: Act,
	personId: string,
	id: string,
	{ way, without, only }: z.output<typeof StoppingPart>,
): Promise<string> {
	const agreement = await findAgreement(act, personId, id);
	const part: Part = only ? { onlyLevel: Number(only) as Level } : { without };
	const left = leftOf(agreement, part);
	if (!left || agreement.way === 'referral') throw new Refusal(422, 'agreements.part-missing');
	await stop(act, agreement, way, true);
	return recordLeft(act, agreement, left);
}

/**
 * Stops everything that a person shares, told to any organisation that she shares something with; which others read
 * her is not learnt.
 * @returns the agreements stopped
 */
export async function stopAll(
	act: Act,
	personId: string,
	{ way }: z.output<typeof Stopping>,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from stop_all_sharing(${personId}::uuid, ${way}) as id`.execute(act.tx);
	if (rows.length > 0) await record(act, 'agreement.revoked', personId, { way, part: false });
	return rows.map(({ id }) => id);
}

async function stop(act: Act, agreement: FoundAgreement, way: StopWay, part: boolean): Promise<void> {
	const { tx, at } = act;
	if (!holds(agreement, at)) throw new Refusal(409, 'agreements.already-stopped');
	const { numUpdatedRows } = await tx
		.updateTable('agreement')
		.set({ revokedAt: at, revokedBy: 'person', revokedWay: way })
		.where('id', '=', agreement.id)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Refusal(409, 'agreements.already-stopped');
	await record(act, 'agreement.revoked', agreement.personId, { way, part });
}

async function recordLeft(
	act: Act,
	whole: FoundAgreement,
	left: Pick<FoundAgreement, 'level' | 'domains'>,
): Promise<string> {
	const { tx, actor, at } = act;
	const id = crypto.randomUUID();
	const { personId, organisationId, team, purpose, endsAt, proof, witness, language, way } = whole;
	await tx
		.insertInto('agreement')
		.values({
			...{ id, personId, organisationId, team, purpose, endsAt, proof, witness, language, way },
			textVersion: whole.textVersion,
			level: left.level,
			domains: [...left.domains],
			startsAt: at,
			recordedBy: organisationOf(actor),
			recordedByHat: actor.hat?.id ?? null,
			recordedAt: at,
		})
		.execute();
	await record(act, 'agreement.recorded', personId, { level: left.level, way });
	return id;
}
