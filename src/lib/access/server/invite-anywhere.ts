import * as z from 'zod';
import { roles } from '../../actor.ts';
import { Refusal, refuseIf } from '../../refusal.ts';
import { Email } from '../email.ts';
import { placeBlockedBy, readPlace } from '../hat-place.ts';
import { invitingAnywhereBlockedBy } from '../invitation.ts';
import type { Asking } from './asking.ts';
import { nameOfPlace } from './hat-places.ts';
import { sendInvitation } from './invitations.ts';
import { withinLimit } from './within-limit.ts';

export const InvitationAnywhere = z.object({
	email: Email,
	role: z.enum(roles, 'access.invite-role'),
	/** A place as `placeValue` writes it, chosen: nobody gets the whole platform by omission. */
	place: z.string('access.place-needed').transform((value, context) => {
		const place = readPlace(value);
		if (!place) context.addIssue({ code: 'custom', message: 'access.place-unknown' });
		return place ?? z.NEVER;
	}),
});

/** An administrator invites in any role, to any organisation or territory, or to the whole platform. */
export async function inviteAnywhere(
	asking: Asking,
	invited: z.infer<typeof InvitationAnywhere>,
	origin: string,
): Promise<void> {
	const { accountId, hat } = asking.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	refuseIf(invitingAnywhereBlockedBy(hat));
	refuseIf(placeBlockedBy(invited.role, invited.place), 422);
	await withinLimit(asking.door, 'invite', { account: accountId });
	await asking.act(async (act) => {
		if ((await nameOfPlace(act, invited.place)) === undefined) throw new Refusal(422, 'access.place-unknown');
		await sendInvitation(act, invited, origin);
	});
}
