import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { remindersOf } from '../reminder.ts';

/** Books the reminders of an appointment; booked again, they take the place of the former ones. */
export async function remindLater(
	act: Act,
	{ id, startsAt }: { readonly id: string; readonly startsAt: Date },
): Promise<void> {
	for (const { daysBefore, at } of remindersOf(startsAt, act.at))
		await enqueue(
			act,
			'remind-appointment',
			{ appointmentId: id, startsAt: startsAt.toISOString() },
			{ at, key: `remind ${id} ${daysBefore}` },
		);
}

/** What is known of reaching the person of a pathway. */
export const reachOf = ({ tx }: Act, personId: string) =>
	tx
		.selectFrom('person')
		.select(['contactRule', 'safeContact', 'phone', 'email'])
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
