import type { Work } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import type { SignedIn } from '../session.ts';
import { signedBy } from './accounts.ts';

/** Works at the door, so that a session still awaiting its code can be left too. */
export const signOut = (door: Work, session: SignedIn): Promise<void> =>
	door(async (act) => {
		const closed = await act.tx
			.deleteFrom('session')
			.where('id', '=', session.id)
			.returning('id')
			.executeTakeFirst();
		if (closed)
			await record(signedBy(act, session.accountId), 'session.closed', session.id, { by: 'person' });
	});
