import * as z from 'zod';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';

export const InvitationToWithdraw = z.object({ invitation: z.uuid('problem.field-invalid') });

/** Its link opens nothing from then on; one already answered or withdrawn stays as it is. */
export async function withdrawInvitation(
	act: Act,
	{ invitation }: z.infer<typeof InvitationToWithdraw>,
): Promise<void> {
	const withdrawn = await act.tx
		.updateTable('invitation')
		.set({ withdrawnAt: act.at })
		.where('id', '=', invitation)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (withdrawn) await record(act, 'invitation.withdrawn', withdrawn.id, {});
}
