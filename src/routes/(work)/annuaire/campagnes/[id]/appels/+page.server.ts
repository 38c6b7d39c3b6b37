import { findCampaign } from '#lib/directory/upkeep/server/campaigns.ts';
import { dayInParis } from '#lib/directory/upkeep/server/due-services.ts';
import { showCampaign, showEntries } from '#lib/directory/upkeep/shown-campaign.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const campaign = await findCampaign(act, params.id);
		const today = dayInParis(act.at);
		const open = showEntries(campaign, today, act.at).filter(({ state }) => state !== 'finished');
		const callers = [...new Set(open.map(({ caller }) => caller).filter(Boolean))].sort();
		const caller = url.searchParams.get('qui') ?? '';
		return {
			campaign: showCampaign(campaign, today, act.at),
			callers,
			caller,
			calls: open.filter((entry) => (caller ? entry.caller === caller : entry.toCall || entry.remindToday)),
		};
	});
