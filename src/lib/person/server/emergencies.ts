import { sql } from 'kysely';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** An emergency, as its lead organisation or whoever opened it reads it. */
export interface Emergency {
	readonly id: string;
	readonly personId: string;
	readonly workerName: string;
	readonly organisation: string;
	readonly reason: 'danger' | 'lodging-tonight' | 'legal-duty';
	readonly explanation: string;
	readonly openedAt: Date;
	readonly endsAt: Date;
	readonly toldAt: Date | null;
	readonly delayedBecause: string | null;
	readonly reviewedAt: Date | null;
	readonly review: 'justified' | 'not-justified' | null;
	/** Whoever opened it tells and judges nothing of it. */
	readonly own: boolean;
}

const found = sql`
	select b.id, b.person_id, b.worker_name, o.name as organisation, b.reason, b.explanation, b.opened_at, b.ends_at, b.told_at,
		b.delayed_because, b.reviewed_at, b.review, b.account_id = acting_account() as own
	from break_glass b join organisation o on o.id = b.organisation_id`;

/** The emergencies opened on a person, the latest first. */
export async function listEmergencies({ tx }: Act, personId: string): Promise<Emergency[]> {
	const { rows } = await sql<Emergency>`
		${found} where b.person_id = ${personId}::uuid order by b.opened_at desc limit 200`.execute(tx);
	return rows;
}

/** How many wait for her to be told, or for somebody to judge, as far as the actor follows them. */
export async function countWaiting({ tx }: Act, personId: string): Promise<number> {
	const { rows } = await sql<{ waiting: number }>`
		select count(*)::integer as waiting from break_glass
		where person_id in (select led_people()) and person_id = ${personId}::uuid
			and (told_at is null or reviewed_at is null)`.execute(tx);
	return rows[0]?.waiting ?? 0;
}

/** @throws Refusal 404 when the actor knows of none of that id, for this person */
export async function findEmergency({ tx }: Act, personId: string, id: string): Promise<Emergency> {
	const { rows } = await sql<Emergency>`
		${found} where b.person_id = ${personId}::uuid and b.id::text = ${id}`.execute(tx);
	if (!rows[0]) throw new Refusal(404, 'problem.nothing-here');
	return rows[0];
}

/** The emergency that the hat put on holds open, whoever it is about. */
export async function openEmergencyOf({ tx, actor, at }: Act) {
	return tx
		.selectFrom('breakGlass')
		.select(['id', 'personId', 'endsAt'])
		.where('hatId', '=', actor.hat?.id ?? '')
		.where('endsAt', '>', at)
		.executeTakeFirst();
}

/**
 * What is read in an emergency is read on the screen: it leaves in no file. Every export of a person asks this first.
 * @throws Refusal 403 while the hat put on holds an emergency open on her
 */
export async function refuseExportInEmergency(act: Act, personId: string): Promise<void> {
	const open = await openEmergencyOf(act);
	if (open?.personId === personId) throw new Refusal(403, 'agreements.emergency-no-export');
}

/** The person of a pathway on which an emergency may be opened by the actor; null otherwise. */
export async function personInDanger({ tx }: Act, pathwayId: string): Promise<string | null> {
	if (!isId(pathwayId)) return null;
	const { rows } = await sql<{ person: string | null }>`
		select person_in_danger(${pathwayId}::uuid) as person`.execute(tx);
	return rows[0]?.person ?? null;
}

/** How many emergencies a month saw on the whole platform, and how they were judged; `month` is any day of it. */
export async function countEmergencies({ tx }: Act, month: string) {
	const { rows } = await sql<{ opened: number; justified: number; notJustified: number }>`
		select opened::integer, justified::integer, not_justified::integer from emergencies_of_month(${month}::date)`.execute(
		tx,
	);
	return rows[0] ?? { opened: 0, justified: 0, notJustified: 0 };
}
