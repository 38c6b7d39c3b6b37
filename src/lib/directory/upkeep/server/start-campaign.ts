import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { territoryKinds } from '#lib/territory/territory.ts';
import { categories } from '../../topic.ts';
import { dayInParis } from './due-services.ts';

const nothing = z.literal('').transform(() => null);
const day = z.iso.date('upkeep.day-missing');

export const NewCampaign = z
	.object({
		name: z.string().trim().min(3, 'upkeep.campaign-name').max(120, 'upkeep.campaign-name'),
		/** `kind:code` of a territory; empty: everywhere. */
		territory: z.union([
			nothing,
			z
				.string()
				.regex(new RegExp(`^(?:${territoryKinds.join('|')}):\\w+`), 'upkeep.territory-unknown')
				.max(80, 'upkeep.territory-unknown'),
		]),
		category: z.union([nothing, z.enum(categories, 'upkeep.category-unknown')]),
		staleMonths: z.union([nothing, z.coerce.number().int().min(1).max(60)]),
		startsOn: day,
		endsOn: day,
	})
	.refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'upkeep.ends-before' });
export type NewCampaign = z.infer<typeof NewCampaign>;

/** More could not be followed by people. */
const mostOrganisations = 3000;

/** How many organisations a campaign would ask. */
export async function countAsked({ tx, at }: Act, campaign: NewCampaign): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from (${asked(campaign, dayInParis(at))}) as asked`.execute(tx);
	return rows[0]?.count ?? 0;
}

/**
 * Opens a campaign over the organisations that match; mails leave from its first day.
 * @throws Refusal 422 when nobody matches, too many do, or its end is past
 */
export async function startCampaign(act: Act, campaign: NewCampaign): Promise<string> {
	const today = dayInParis(act.at);
	if (campaign.endsOn < today) throw new Refusal(422, 'upkeep.ends-past');
	const count = await countAsked(act, campaign);
	if (count === 0) throw new Refusal(422, 'upkeep.campaign-empty');
	if (count > mostOrganisations)
		throw new Refusal(422, 'upkeep.campaign-wide', { count, most: mostOrganisations });
	const { name, category, staleMonths, startsOn, endsOn } = campaign;
	const [territoryKind, territoryCode] = territoryOf(campaign);
	const { id } = await act.tx
		.insertInto('campaign')
		.values({
			...{ name, category, staleMonths, startsOn, endsOn, territoryKind, territoryCode },
			createdBy: act.actor.accountId!,
			createdAt: act.at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await sql`insert into campaign_entry (campaign_id, organisation_id)
		select ${id}::uuid, id from (${asked(campaign, today)}) as asked`.execute(act.tx);
	await record(act, 'upkeep.campaign-started', id, { organisations: count });
	await enqueue(act, 'run-campaigns', {}, { key: 'run-campaigns' });
	return id;
}

const territoryOf = ({ territory }: NewCampaign): [string, string] | [null, null] => {
	if (territory === null) return [null, null];
	const [kind = '', ...code] = territory.split(':');
	return [kind, code.join(':')];
};

/** The organisations still listed, with at least one service that matches. */
function asked(campaign: NewCampaign, today: string): RawBuilder<unknown> {
	const [kind, code] = territoryOf(campaign);
	const { category, staleMonths } = campaign;
	return sql`
		select distinct s.organisation_id as id from listed_service s left join place p on p.id = s.place_id
		where (${kind}::text is null or p.commune_code in (
				select commune_code from territory_commune m where m.kind = ${kind} and m.code = ${code}
					and m.year = (select max(year) from territory where kind = ${kind} and code = ${code})))
			and (${category}::text is null or exists (select from unnest(s.topics) topic where topic like ${category}::text || '--%'))
			and (${staleMonths}::int is null or greatest(s.updated_on, s.verified_on)
				< ${today}::date - make_interval(months => ${staleMonths}::int))`;
}
