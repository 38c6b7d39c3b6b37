import { redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { feedDays, feedPath } from '#lib/rupture/feed/feed.ts';
import { findFeed, makeFeed, revokeFeed } from '#lib/rupture/feed/server/feed-address.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const feed = await locals.act(findFeed);
	return {
		days: feedDays,
		feed: feed && {
			since: frenchDate(dayOf(feed.madeAt)),
			read: feed.readAt && frenchDate(dayOf(feed.readAt)),
		},
	};
};

export const actions: Actions = {
	creer: async ({ locals }) => ({ address: `${locals.origin}${feedPath(await locals.act(makeFeed))}` }),
	arreter: async ({ locals }) => {
		await locals.act(revokeFeed);
		redirect(303, doneAt('/compte/agenda-prive', 'agenda-arrete'));
	},
};
