import * as z from 'zod';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';

export const SessionToClose = z.object({ session: z.uuid('problem.field-invalid') });

/** Closes one of the person's own sessions; another's, or one already closed, is as if it were not there. */
export async function closeSession(act: Act, { session }: z.infer<typeof SessionToClose>): Promise<void> {
	const closed = await act.tx
		.deleteFrom('session')
		.where('id', '=', session)
		.returning('id')
		.executeTakeFirst();
	if (closed) await record(act, 'session.closed', closed.id, { by: 'person' });
}
