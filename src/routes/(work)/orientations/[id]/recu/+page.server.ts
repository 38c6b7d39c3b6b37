import { qrPath } from '#lib/access/qr-path.ts';
import { makeFeedbackLink } from '#lib/pathway/referrals/server/referral-links.ts';
import { readReferralPage } from '#lib/pathway/referrals/server/referral-page.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const referral = await readReferralPage(act, uuidOf(params.id));
		if (referral.side !== 'source' || !referral.sentAt) throw new Refusal(404, 'problem.nothing-here');
		return { referral, at: act.at };
	});

export const actions: Actions = {
	/** The link is shown once, on the paper that she takes away: only its hash is kept. */
	scanner: async ({ locals, params }) => {
		const token = await locals.act(async (act) => {
			const referral = await readReferralPage(act, uuidOf(params.id));
			if (referral.side !== 'source' || !referral.sentAt) throw new Refusal(404, 'problem.nothing-here');
			return makeFeedbackLink(act, referral.id);
		});
		const address = `${locals.origin}/retour/${token}`;
		return { qr: qrPath(address), address };
	},
};
