import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { mayReadReferral } from './told-referrals.ts';
import { mayReadStep } from './told-steps.ts';

const Told = z.object({ subject: z.uuid(), data: z.object({ kind: z.enum(['referral', 'step']) }) });

/** Whether the acting hat may read, at this instant, the referral or the step that a webhook is about to tell of. */
export async function mayTell(act: Act, body: unknown): Promise<boolean> {
	const { success, data: told } = Told.safeParse(body);
	if (!success) return false;
	return told.data.kind === 'step' ? mayReadStep(act, told.subject) : mayReadReferral(act, told.subject);
}
