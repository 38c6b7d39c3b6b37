import * as z from 'zod';
import type { Work } from '../../server/act.ts';
import { enqueue } from '../../server/jobs.ts';
import { Email } from '../email.ts';
import type { LinkPurpose } from '../one-time-link.ts';
import type { Visitor } from '../visitor.ts';
import { withinLimit } from './within-limit.ts';

export const LinkRequest = z.object({ email: Email });

/** Does the same for every address: the job looks later whether somebody has it. */
export async function sendSignInLink(
	door: Work,
	{ email, purpose }: z.infer<typeof LinkRequest> & { purpose: LinkPurpose },
	origin: string,
	visitor: Visitor,
): Promise<void> {
	await withinLimit(door, 'ask-for-link', { account: email, address: visitor.address });
	await door((act) => enqueue(act, 'send-sign-in-link', { email, purpose, origin }));
}
