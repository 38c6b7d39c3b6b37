import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

const columns = [
	'appointment.id',
	'appointment.startsAt',
	'appointment.minutes',
	'appointment.place',
	'appointment.phone',
	'appointment.withName',
	'appointment.subjectLine',
	'appointment.state',
	'appointment.version',
	'organisation.name as organisation',
	'organisation.phone as organisationPhone',
] as const;

const readable = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('appointment')
		.innerJoin('organisation', 'organisation.id', 'appointment.organisationId')
		.select(columns)
		.where('appointment.pathwayId', '=', pathwayId)
		.orderBy('appointment.startsAt')
		.orderBy('appointment.id');

/** Her appointments, by date. */
export const listOwnAppointments = (act: Act, pathwayId: string) => readable(act, pathwayId).execute();

/** The next one still planned. */
export const nextOwnAppointment = (act: Act, pathwayId: string) =>
	readable(act, pathwayId)
		.where('appointment.state', '=', 'planned')
		.where('appointment.startsAt', '>', act.at)
		.limit(1)
		.executeTakeFirst();
export type OwnAppointment = NonNullable<Awaited<ReturnType<typeof nextOwnAppointment>>>;

/** One of hers. @throws Refusal 404 when it is not */
export async function findOwnAppointment(act: Act, pathwayId: string, id: string): Promise<OwnAppointment> {
	const found = await readable(act, pathwayId).where('appointment.id', '=', id).executeTakeFirst();
	if (!found) throw new Refusal(404, 'own-space.gone');
	return found;
}
