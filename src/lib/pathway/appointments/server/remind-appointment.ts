import type { Act } from '#lib/server/act.ts';
import { actAs } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import type { Post } from '#lib/server/mail.ts';
import type { SendSms } from '#lib/server/sms.ts';
import { translate } from '#lib/texts/translator.ts';
import { reminderText, reminderWay } from '../reminder.ts';

export interface Sending {
	readonly post: Post;
	/** Null when this installation sends no text message. */
	readonly sms: SendSms | null;
}

/**
 * Reminds a person of an appointment, if it still stands as it did when the reminder was booked, and if she may still
 * be contacted. Written down in the same transaction: one that could not leave is tried again.
 */
export const remindAppointment = (
	sending: Sending,
	{ appointmentId, startsAt }: Jobs['remind-appointment'],
	{ db, actor, now }: JobContext,
): Promise<void> =>
	actAs(
		db,
		actor,
		now,
	)(async (act) => {
		const due = await findDue(act, appointmentId, new Date(startsAt));
		const way = due && reminderWay(due, sending.sms !== null);
		if (!due || !way) return;
		await record(act, 'appointment.reminded', due.pathwayId, { channel: way });
		await send(sending, way, due);
	});

const findDue = ({ tx, at }: Act, id: string, startsAt: Date) =>
	tx
		.selectFrom('appointment')
		.innerJoin('pathway', 'pathway.id', 'appointment.pathwayId')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select([
			'appointment.pathwayId',
			'appointment.startsAt',
			'appointment.phone as toGive',
			'person.contactRule',
			'person.phone',
			'person.email',
		])
		.where('appointment.id', '=', id)
		.where('appointment.state', '=', 'planned')
		.where('appointment.remind', '=', true)
		.where('appointment.startsAt', '=', startsAt)
		.where('appointment.startsAt', '>', at)
		.executeTakeFirst();
type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

async function send({ post, sms }: Sending, way: 'sms' | 'mail', due: Due): Promise<void> {
	const text = reminderText({ startsAt: due.startsAt, phone: due.toGive });
	if (way === 'sms') await sms?.({ to: due.phone ?? '', text });
	else await post({ to: due.email ?? '', subject: translate('notes.mail-subject'), text });
}
