import { listCampaigns } from '#lib/directory/upkeep/server/campaigns.ts';
import { dayInParis } from '#lib/directory/upkeep/server/due-services.ts';
import { showCampaign } from '#lib/directory/upkeep/shown-campaign.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (act) => ({
		campaigns: (await listCampaigns(act)).map((each) => showCampaign(each, dayInParis(act.at), act.at)),
	}));
