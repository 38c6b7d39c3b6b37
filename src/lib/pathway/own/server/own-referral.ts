import { listFields } from '#lib/pathway/referrals/server/referrals.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { openOwnPathway } from './own-pathway.ts';
import { listOwnReferrals } from './own-referrals.ts';

/** One request of hers, with each word that leaves or left. @throws Refusal 404 */
export async function readOwnReferral(act: Act, id: string) {
	const pathway = await openOwnPathway(act);
	const referral = (await listOwnReferrals(act, pathway.id)).find((each) => each.id === id);
	if (!referral) throw new Refusal(404, 'own-space.gone');
	return { ...referral, fields: await listFields(act, id) };
}
