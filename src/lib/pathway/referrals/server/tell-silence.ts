import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import type { SilenceStep } from '../silence.ts';
import { listTold, type Told } from './silence.ts';

const moments = { reminder: 'reminded', managers: 'escalated', coordination: 'expired' } as const;

/**
 * Keeps that a step of some silences is told, and has it told: the key of the table lets each happen once, in the
 * transaction of its jobs. One job a mail: a post that fails sends none of the others twice.
 */
export async function tellSilence(
	act: Act,
	step: SilenceStep,
	referralIds: readonly string[],
): Promise<void> {
	const told = await listTold(act, step, referralIds);
	for (const referralId of await keepStep(act, step, referralIds, told)) {
		await enqueue(act, 'announce-referral', { referralId, moment: moments[step] });
		for (const { hatId } of told.filter((one) => one.referralId === referralId))
			await enqueue(act, 'tell-silence', { referralId, step, hatId });
	}
}

/** @returns the referrals whose step was not told yet */
async function keepStep(
	{ tx, at }: Act,
	step: SilenceStep,
	ids: readonly string[],
	told: readonly Told[],
): Promise<string[]> {
	const hats = told.map(({ referralId }) => referralId);
	// An organisation is reached through those who answer for it, or else at an address: its own, or its service's.
	const { rows } = await sql<{ referralId: string }>`
		with written as (
			select r.id, (select count(*) from unnest(${hats}::uuid[]) h where h = r.id)
				+ case when ${step} = 'coordination' then 0 else (select count(*) from organisation o
					where (o.id = r.to_organisation_id or r.to_organisation_id is null
							and o.id in (select c.organisation_id from referral_call c where c.referral_id = r.id))
						and coalesce((select s.email from service s where s.id = r.service_id), o.email) is not null
						and (${step} = 'reminder' or o.id not in (
							select m.organisation_id from silence_managers(array[r.id]) m))) end as told
			from referral r where r.id = any(${ids}::uuid[]))
		insert into silence_step (referral_id, step, at, told) select id, ${step}, ${at}, told from written
		on conflict do nothing returning referral_id`.execute(tx);
	return rows.map(({ referralId }) => referralId);
}
