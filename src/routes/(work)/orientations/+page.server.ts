import { listReferrals, listWithoutWay } from '#lib/pathway/referrals/server/list-referrals.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const ended = url.searchParams.get('voir') === 'terminees';
		return {
			at: act.at,
			ended,
			board: url.searchParams.get('en') !== 'liste',
			referrals: await listReferrals(act, 'sent', !ended),
			withoutWay: ended ? [] : await listWithoutWay(act),
		};
	});
