import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type AppointmentState, appointmentStates } from '../appointment.ts';

/** The appointments of a pathway that the actor may read, by date. */
export async function listAppointments({ tx }: Act, pathwayId: string) {
	const found = await tx
		.selectFrom('appointment')
		.innerJoin('organisation', 'organisation.id', 'appointment.organisationId')
		.leftJoin('step', 'step.id', 'appointment.stepId')
		.selectAll('appointment')
		.select(['organisation.name as organisation', 'step.words as step'])
		.where('appointment.pathwayId', '=', pathwayId)
		.orderBy('startsAt')
		.orderBy('appointment.id')
		.execute();
	return found.map(withState);
}

/** An appointment of a pathway, if the actor may read it; otherwise as if it did not exist. */
export async function findAppointment({ tx }: Act, pathwayId: string, id: string) {
	const found = await tx
		.selectFrom('appointment')
		.selectAll()
		.where('id', '=', id)
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirst();
	if (!found) throw new Refusal(404, 'problem.nothing-here');
	return withState(found);
}
export type FoundAppointment = Awaited<ReturnType<typeof findAppointment>>;

/** The actor's own appointments that are still to keep, or to tell, with whom they are; by date. */
export async function listAgenda({ tx, actor }: Act) {
	const found = await tx
		.selectFrom('appointment')
		.innerJoin('pathway', 'pathway.id', 'appointment.pathwayId')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select([
			'appointment.id',
			'appointment.pathwayId',
			'appointment.subjectLine',
			'appointment.startsAt',
			'appointment.minutes',
			'appointment.place',
			'person.name',
		])
		.where('appointment.hatId', '=', actor.hat?.id ?? null)
		.where('appointment.state', '=', 'planned')
		.orderBy('startsAt')
		.orderBy('appointment.id')
		.limit(200)
		.execute();
	return found;
}

/** The state of a row, which the table's own rule keeps among the known ones. */
function withState<Row extends { state: string }>(row: Row): Row & { state: AppointmentState } {
	const state = appointmentStates.find((known) => known === row.state);
	if (!state) throw new Error(`an appointment is ${row.state}`);
	return { ...row, state };
}
