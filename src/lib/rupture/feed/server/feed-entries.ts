import { sql } from 'kysely';
import { isOpenStep, stepStates } from '#lib/pathway/steps/step.ts';
import type { Act } from '#lib/server/act.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { instantOf } from '#lib/time/zone.ts';
import { type FeedEntry, feedDays } from '../feed.ts';

/** The most that a calendar holds of each kind. */
const most = 500;

interface Window {
	readonly hatId: string | null;
	/** Calendar dates of Paris, both included. */
	readonly first: string;
	readonly last: string;
}

/** What the hat put on has before it, from a week back to three months ahead, as far as it may be read now. */
export async function listFeedEntries(act: Act): Promise<FeedEntry[]> {
	const today = dayOf(act.at);
	const window = {
		hatId: act.actor.hat?.id ?? null,
		first: addDays(today, -feedDays.back),
		last: addDays(today, feedDays.ahead),
	};
	return [
		...(await listAppointments(act, window)),
		...(await listSteps(act, window)),
		...(await listAgreements(act, window)),
	];
}

async function listAppointments({ tx }: Act, { hatId, first, last }: Window): Promise<FeedEntry[]> {
	const rows = await tx
		.selectFrom('appointment')
		// An organisation keeps reading its own acts: the pathway alone says whether it still follows her.
		.innerJoin('pathway', 'pathway.id', 'appointment.pathwayId')
		.select(['appointment.id', 'pathwayId', 'appointment.version', 'startsAt', 'minutes'])
		.where('hatId', '=', hatId)
		.where('appointment.state', '<>', 'cancelled')
		.where('startsAt', '>=', startOf(first))
		.where('startsAt', '<', startOf(addDays(last, 1)))
		.orderBy('startsAt')
		.orderBy('appointment.id')
		.limit(most)
		.execute();
	return rows.map((row) => ({ kind: 'appointment', ...row }));
}

async function listSteps({ tx }: Act, { hatId, first, last }: Window): Promise<FeedEntry[]> {
	const rows = await tx
		.selectFrom('step')
		.innerJoin('pathway', 'pathway.id', 'step.pathwayId')
		.select(['step.id', 'pathwayId', 'step.version', 'dueOn as day'])
		.where('ownerHatId', '=', hatId)
		.where('step.state', 'in', openStates)
		.where('dueOn', '>=', first)
		.where('dueOn', '<=', last)
		.orderBy('dueOn')
		.orderBy('step.id')
		.limit(most)
		.execute();
	return rows.map((row) => ({ kind: 'step', ...row }));
}

const openStates = stepStates.filter((state) => isOpenStep(state) && state !== 'suspended');

/** What those she leads share and that ends, unless as much was agreed for longer. */
async function listAgreements({ tx }: Act, { hatId, first, last }: Window): Promise<FeedEntry[]> {
	const { rows } = await sql<{ id: string; pathwayId: string; endsAt: Date }>`
		select a.id, w.id as pathway_id, a.ends_at
		from pathway w join agreement a on a.person_id = w.person_id
		where w.lead_hat_id = ${hatId} and w.state <> 'closed' and a.way <> 'referral' and a.revoked_at is null
			and a.ends_at >= ${startOf(first)} and a.ends_at < ${startOf(addDays(last, 1))}
			and not exists (select from agreement n where n.person_id = a.person_id and n.organisation_id = a.organisation_id
				and n.level >= a.level and n.domains @> a.domains and n.revoked_at is null and n.ends_at > a.ends_at)
		order by a.ends_at, a.id limit ${most}`.execute(tx);
	return rows.map(({ endsAt, ...row }) => ({ kind: 'agreement', ...row, version: 1, day: dayOf(endsAt) }));
}

const startOf = (day: string): Date => instantOf(Date.parse(`${day}T00:00:00Z`), 'Europe/Paris');
