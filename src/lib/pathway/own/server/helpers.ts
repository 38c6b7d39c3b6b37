import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/** Somebody who helps her: a name, an organisation, a phone. */
export interface Helper {
	readonly name: string;
	readonly organisation: string;
	readonly phone: string | null;
}

/** Those who move a step of hers, or took up a referral; her lead worker stands apart. */
export async function listHelpers({ tx }: Act, pathwayId: string): Promise<readonly Helper[]> {
	const { rows } = await sql<Helper>`
		select distinct on (name, organisation) * from (
			select s.owner_name as name, o.name as organisation, o.phone
			from step s join organisation o on o.id = s.organisation_id join pathway w on w.id = s.pathway_id
			where s.pathway_id = ${pathwayId} and s.owner = 'worker' and s.owner_hat_id <> w.lead_hat_id
				and s.state in ('accepted', 'planned', 'in-progress')
			union all
			select coalesce(r.contact_name, o.name), o.name, coalesce(r.contact_phone, o.phone)
			from referral r join organisation o on o.id = r.to_organisation_id
			where r.pathway_id = ${pathwayId} and r.state in ('accepted', 'in-progress', 'waiting-list')) helper
		order by name, organisation`.execute(tx);
	return rows;
}
