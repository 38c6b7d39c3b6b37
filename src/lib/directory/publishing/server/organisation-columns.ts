import { sql } from 'kysely';
import { isListedOrganisation, nameOfRegion } from './wanted.ts';

/** What is published of `o`, an organisation, and of `op`, its place. */
export const organisationColumns = sql`to_jsonb(o) as organisation, to_jsonb(op) as organisation_place,
	${nameOfRegion('op')} as organisation_region,
	not ${isListedOrganisation} as organisation_is_gone,
	(select jsonb_agg(jsonb_build_object('source', same.source, 'sourceId', same.source_id) order by same.id)
		from organisation same where same.merged_into = o.id) as same_as`;
