import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { Landmark } from '../landmark.ts';

/** The dates of a pathway to keep, the nearest to come last in each kind; a rhythm only as it is now. One query. */
export async function listLandmarks({ tx }: Act, pathwayId: string): Promise<readonly Landmark[]> {
	const { rows } = await sql<Landmark>`
		with all_of_them as (
			select 'ending' as what, e.id, e.kind as code, e.ends_on as day, e.settled_at is not null as done, s.words as step,
				null::date as heard_on, null::boolean as still, e.version, e.organisation_id
			from ending e left join step s on s.id = e.step_id where e.pathway_id = ${pathwayId}::uuid
			union all
			select 'exit', x.id, x.kind, x.leaves_on, x.relayed_at is not null, null, null, null, x.version, x.organisation_id
			from institution_exit x where x.pathway_id = ${pathwayId}::uuid
			union all
			select 'attempt', a.id, a.channel, a.on_day, false, null, null, null, 1, a.organisation_id
			from contact_attempt a where a.pathway_id = ${pathwayId}::uuid
			union all
			select 'outcome', o.id, o.kind, o.entered_on, false, null, c.on_day, c.still, 1, o.organisation_id
			from outcome o left join lateral (select c.on_day, c.still from outcome_check c where c.outcome_id = o.id
				order by c.on_day desc, c.noted_at desc limit 1) c on true
			where o.pathway_id = ${pathwayId}::uuid
			union all
			select 'guarantee', g.id, g.kind, g.since, false, null, null, null, 1, g.organisation_id
			from guarantee g where g.pathway_id = ${pathwayId}::uuid
			union all
			(select 'rhythm', r.id, case when r.close then 'close' else 'usual' end, r.noted_at::date, false, null, null, null, 1,
				r.organisation_id
			from contact_rhythm r where r.pathway_id = ${pathwayId}::uuid order by r.noted_at desc limit 1))
		select l.what, l.id, l.code, l.day::text, l.done, l.step, l.heard_on::text, l.still, l.version, o.name as organisation
		from all_of_them l join organisation o on o.id = l.organisation_id
		order by l.what, l.done, l.day, l.id`.execute(tx);
	return rows;
}
