import type { Act } from '#lib/server/act.ts';
import { scheduleReviews } from './ask-reviews.ts';
import { scheduleCampaigns } from './run-campaigns.ts';

/** At each start: what should have run while nobody did runs now. */
export async function scheduleUpkeep(act: Act): Promise<void> {
	await scheduleReviews(act);
	await scheduleCampaigns(act);
}
