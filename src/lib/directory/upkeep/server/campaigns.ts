import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isId } from '../../server/closed-lists.ts';
import type { CampaignEntry } from '../campaign.ts';

export interface Campaign {
	readonly id: string;
	readonly name: string;
	readonly territory: string | null;
	readonly category: string | null;
	readonly staleMonths: number | null;
	readonly startsOn: string;
	readonly endsOn: string;
	readonly endedAt: Date | null;
}
export interface Followed extends Campaign {
	readonly entries: readonly CampaignEntry[];
}

const columns = sql`c.id, c.name, c.category, c.stale_months, c.starts_on, c.ends_on, c.ended_at,
	(select t.name from territory t where t.kind = c.territory_kind and t.code = c.territory_code order by year desc limit 1) as territory`;

/** Every campaign with its organisations, those that end the latest first. */
export async function listCampaigns(act: Act): Promise<Followed[]> {
	const { rows } = await sql<Campaign>`
		select ${columns} from campaign c order by c.ends_on desc, c.created_at desc limit 50`.execute(act.tx);
	const entries = await entriesOf(
		act,
		rows.map(({ id }) => id),
	);
	return rows.map((campaign) => ({ ...campaign, entries: entries.get(campaign.id) ?? [] }));
}

/** @throws Refusal 404 when there is none, for the actor */
export async function findCampaign(act: Act, id: string): Promise<Followed> {
	const { rows } = isId(id)
		? await sql<Campaign>`select ${columns} from campaign c where c.id = ${id}`.execute(act.tx)
		: { rows: [] };
	const [campaign] = rows;
	if (!campaign) throw new Refusal(404, 'upkeep.campaign-unknown');
	return { ...campaign, entries: (await entriesOf(act, [id])).get(id) ?? [] };
}

/** One statement for all the organisations of all the campaigns asked for. */
async function entriesOf({ tx }: Act, ids: readonly string[]): Promise<Map<string, CampaignEntry[]>> {
	const { rows } = await sql<CampaignEntry & { campaignId: string }>`
		select e.campaign_id, o.id as organisation_id, o.name, o.phone, o.email,
			e.state as said_state, coalesce(a.autonomy, 'unknown') as autonomy, e.caller, e.remind_on, e.note, e.mailed_at,
			coalesce(s.services, 0)::int as services, coalesce(s.checked, 0)::int as checked,
			not o.contact_private and coalesce(o.email, s.email) is not null and not exists (
				select from opposed_address x where x.address_hash = sha256(convert_to(lower(trim(coalesce(o.email, s.email))), 'UTF8'))
			) as writable,
			exists (select from review_letter l join review_letter_service r on r.letter_id = l.id
				where l.organisation_id = o.id and r.answered_at >= c.starts_on)
			or exists (select from correction k where k.organisation_id = o.id and k.proposed_at >= c.starts_on) as answered
		from campaign_entry e join campaign c on c.id = e.campaign_id join organisation o on o.id = e.organisation_id
			left join organisation_autonomy a on a.organisation_id = o.id
			left join lateral (
				select count(*) as services, count(*) filter (where greatest(v.updated_on, v.verified_on) >= c.starts_on) as checked,
					min(v.email) filter (where not v.contact_private) as email
				from listed_service v where v.organisation_id = o.id) s on true
		where e.campaign_id = any (${ids}::uuid[])
		order by o.name, o.id`.execute(tx);
	return Map.groupBy(rows, ({ campaignId }) => campaignId);
}
