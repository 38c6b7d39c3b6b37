import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { isAway } from '../absence.ts';
import { type Load, showTeam } from '../shown-team.ts';
import { listAbsences, listWorkers } from './absences.ts';

/** Who follows how many people in the actor's organisation, where silences gather, and who is away. Without names of people. */
export async function openTeam(act: Act) {
	const [today, mine] = [dayOf(act.at), act.actor.hat?.id ?? ''];
	const workers = await listWorkers(act);
	const absences = await listAbsences(act);
	const loads = new Map((await loadOf(act)).map((load) => [load.hatId, load]));
	const away = new Map(absences.filter((each) => isAway(each, today)).map((each) => [each.hatId, each]));
	return {
		today,
		mine,
		workers,
		...showTeam({ workers, loads, away, mine }),
		absences: absences.map((each) => ({ ...each, now: isAway(each, today) })),
	};
}

/** One query: people followed, open alerts by level, relays proposed to each by name. */
async function loadOf({ tx, actor }: Act): Promise<Load[]> {
	const mine = actor.hat?.organisationId ?? null;
	const { rows } = await sql<Load>`
		with led as materialized (select w.id, w.lead_hat_id from pathway w join person p on p.id = w.person_id
			where w.lead_organisation_id = ${mine} and w.state <> 'closed' and p.protection <> 'closed'),
		people as (select lead_hat_id as hat_id, count(*)::integer as people from led group by lead_hat_id),
		late as (select led.lead_hat_id as hat_id, (count(*) filter (where a.level = 'attention'))::integer as attention,
				(count(*) filter (where a.level <> 'attention'))::integer as ruptures
			from led join alert a on a.pathway_id = led.id and a.ended_at is null group by led.lead_hat_id),
		awaited as (select to_hat_id as hat_id, count(*)::integer as relays from relay
			where state = 'proposed' and to_organisation_id = ${mine} group by to_hat_id)
		select hat_id, coalesce(people, 0) as people, coalesce(attention, 0) as attention,
			coalesce(ruptures, 0) as ruptures, coalesce(relays, 0) as relays
		from people full join late using (hat_id) full join awaited using (hat_id) where hat_id is not null`.execute(
		tx,
	);
	return rows;
}
