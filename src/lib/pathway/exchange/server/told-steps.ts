import { type RawBuilder, sql } from 'kysely';
import { logPathwayReadings } from '#lib/person/server/access-log.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { ChangesQuery } from '../changes-query.ts';
import { settlesAfter } from '../cursor.ts';
import type { ToldStep } from '../told-step.ts';

interface Row extends Omit<ToldStep, 'changedAt' | 'acceptedAt' | 'madeAt' | 'endedAt'> {
	readonly personId: string;
	readonly changedAt: Date;
	readonly acceptedAt: Date | null;
	readonly madeAt: Date;
	readonly endedAt: Date | null;
}

/**
 * The steps of the pathways that the actor's organisation leads, or shares at level 3 or 4 by an agreement: never those
 * that an emergency opened, nor those of an agreement that ended. `told.at` is when a step last changed, or when the
 * agreement or the relay that opens it came, if that was later: a reader who asks for what is new gets it too.
 */
const steps = (which: RawBuilder<boolean>) => sql<Row>`
	select step.id, step.version, told.at as changed_at, step.pathway_id, person.id as person_id, person.name as person_name,
		pathway.lead_organisation_id = (select acting_organisation()) as leads, step.state, step.words, step.goal_id, step.owner,
		step.owner_name, step.owner_hat_id is not distinct from (select chosen_hat()) as mine, step.due_on, step.proposed_by,
		step.accepted_at, step.reason, step.review_on, step.replaced_by, step.made_at, step.ended_at
	from (select distinct written_pathways() as id) open
	join pathway on pathway.id = open.id
	join person on person.id = pathway.person_id
	join step on step.pathway_id = pathway.id
	cross join lateral (
		select max(a.recorded_at) as at from agreement a
		where a.person_id = pathway.person_id and a.organisation_id = (select acting_organisation()) and a.level in (3, 4)
			and a.way <> 'referral' and a.revoked_at is null and a.ends_at > (select acting_at())
	) shared
	cross join lateral (
		select max(r.effective_at) as at from relay r
		where r.pathway_id = pathway.id and r.to_organisation_id = (select acting_organisation()) and r.state = 'effective'
	) relayed
	cross join lateral (
		select date_trunc('milliseconds', greatest(step.changed_at, shared.at, relayed.at)) as at
	) told
	where ${which}`;

/** Those that changed since a position, the oldest change first; what has just changed is told a little later. */
export async function listToldSteps(act: Act, { since, limit }: ChangesQuery): Promise<ToldStep[]> {
	const settled = new Date(act.at.getTime() - settlesAfter);
	const after = since ? sql<boolean>`(told.at, step.id) > (${since.at}, ${since.id})` : sql<boolean>`true`;
	const which = sql<boolean>`told.at <= ${settled} and ${after}`;
	return tell(act, sql<Row>`${steps(which)} order by told.at, step.id limit ${limit}`);
}

/** @throws Refusal 404 for what does not exist, or is not the organisation's to read: one answer for both */
export async function findToldStep(act: Act, id: string): Promise<ToldStep> {
	const [told] = await tell(act, steps(sql<boolean>`step.id = ${id}`));
	if (!told) throw new Refusal(404, 'problem.nothing-here');
	return told;
}

/** Whether the actor may read it now, and nothing else: no reading is logged. */
export async function mayReadStep({ tx }: Act, id: string): Promise<boolean> {
	const { rows } = await sql<{ may: boolean }>`
		select exists (select from step where id = ${id} and pathway_id in (select written_pathways())) as may`.execute(
		tx,
	);
	return rows[0]?.may ?? false;
}

/** Each reading is logged for the person, as a worker's is. */
async function tell(act: Act, query: RawBuilder<Row>): Promise<ToldStep[]> {
	const { rows } = await query.execute(act.tx);
	await logPathwayReadings(act, [...new Set(rows.map(({ personId }) => personId))]);
	return rows.map(({ personId: _, ...step }) => ({
		...step,
		changedAt: step.changedAt.toISOString(),
		acceptedAt: step.acceptedAt?.toISOString() ?? null,
		madeAt: step.madeAt.toISOString(),
		endedAt: step.endedAt?.toISOString() ?? null,
	}));
}
