import type { Act } from '#lib/server/act.ts';
import { listHelpers } from './helpers.ts';
import { nextOwnAppointment } from './own-appointments.ts';
import { findOwnPathway } from './own-pathway.ts';
import { listOwnReferrals } from './own-referrals.ts';
import { listOwnSteps } from './own-steps.ts';
import { listOwnWords } from './own-words.ts';

/** Her first screen: her next appointment, who helps her, what she can do now, what she said. */
export async function readHome(act: Act) {
	const pathway = await findOwnPathway(act);
	if (!pathway) return null;
	return {
		pathway,
		next: await nextOwnAppointment(act, pathway.id),
		steps: await listOwnSteps(act, pathway.id),
		helpers: await listHelpers(act, pathway.id),
		referrals: await listOwnReferrals(act, pathway.id),
		words: await listOwnWords(act, pathway.id),
	};
}
export type Home = NonNullable<Awaited<ReturnType<typeof readHome>>>;
