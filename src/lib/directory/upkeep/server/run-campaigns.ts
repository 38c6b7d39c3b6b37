import { sql } from 'kysely';
import * as z from 'zod';
import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { phaseOf } from '../campaign.ts';
import { nextSending } from '../letter.ts';
import { findCampaign } from './campaigns.ts';
import { dayInParis } from './due-services.ts';
import { makeLetters } from './letters.ts';

/** Mails of one wave of one campaign; waves follow each other hour by hour: answers come while people can help. */
const waveSize = 100;
const hour = 3_600_000;

/** One such job waits at any time: asking again replaces it. */
export const scheduleCampaigns = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'run-campaigns', {}, { key: 'run-campaigns', at });

/** Mails the next wave of each campaign under way, and ends those whose last day is past. */
export const runCampaigns = (
	{ fictionalToo }: { readonly fictionalToo: boolean },
	{ db, now }: JobContext,
): Promise<void> =>
	actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const today = dayInParis(act.at);
		const open = await act.tx
			.selectFrom('campaign')
			.select(['id', 'startsOn', 'endsOn', 'endedAt'])
			.where('endedAt', 'is', null)
			.forUpdate()
			.execute();
		for (const campaign of open) {
			const phase = phaseOf(campaign, today);
			if (phase === 'over') await end(act, campaign.id);
			if (phase === 'running' && isTime(act.at, fictionalToo)) await mailWave(act, campaign.id, fictionalToo);
		}
		await scheduleCampaigns(act, new Date(act.at.getTime() + hour));
	});

/** Where no mail leaves, there is nobody to wake. */
const isTime = (at: Date, emulated: boolean): boolean => emulated || nextSending(at) <= at;

async function end(act: Act, id: string): Promise<void> {
	await act.tx.updateTable('campaign').set({ endedAt: act.at }).where('id', '=', id).execute();
	await record(act, 'upkeep.campaign-ended', id, {});
}

async function mailWave(act: Act, id: string, fictionalToo: boolean): Promise<void> {
	const letterIds = await makeLetters(act, {
		asked: sql`
			select s.organisation_id, s.id as service_id from campaign_entry e
				join listed_service s on s.organisation_id = e.organisation_id
				left join organisation_autonomy a on a.organisation_id = e.organisation_id
			where e.campaign_id = ${id}::uuid and e.mailed_at is null and e.state is distinct from 'finished'
				and a.autonomy is distinct from 'not'`,
		campaignId: id,
		most: waveSize,
		patience: null,
		fictionalToo,
	});
	if (letterIds.length === 0) return;
	await sql`
		update campaign_entry set mailed_at = ${act.at} from review_letter l
		where l.id = any (${letterIds}::uuid[]) and campaign_entry.campaign_id = ${id}::uuid
			and campaign_entry.organisation_id = l.organisation_id`.execute(act.tx);
	await enqueue(act, 'send-review-letters', { letterIds });
}

/** Ends a campaign before its day; the form of this says nothing more. */
export const CampaignToEnd = z.object({});

/**
 * Ends a campaign before its day. One that has ended stays as it is.
 * @throws Refusal 404 when there is none, for the actor
 */
export async function endCampaign(act: Act, id: string): Promise<void> {
	const { id: known } = await findCampaign(act, id);
	await act.tx
		.updateTable('campaign')
		.set({ endedAt: act.at })
		.where('id', '=', known)
		.where('endedAt', 'is', null)
		.execute();
	await record(act, 'upkeep.campaign-ended', known, {});
}
