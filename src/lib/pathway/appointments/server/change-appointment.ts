import { shownInstant } from '#lib/access/shown-date.ts';
import { findToWrite } from '#lib/pathway/server/written.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { translate } from '#lib/texts/translator.ts';
import { type EndedAppointment, endBlockedBy, type MovedAppointment } from '../appointment.ts';
import { type FoundAppointment, findAppointment } from './appointments.ts';
import { remindLater } from './remind-later.ts';

/**
 * Moves a planned appointment, and its reminders with it.
 * @throws NotYours 404 where she may not write, Refusal 409 when it ended or changed since it was read
 */
export async function moveAppointment(
	act: Act,
	pathwayId: string,
	id: string,
	{ version, ...moved }: MovedAppointment,
): Promise<void> {
	const { contactRule } = await findToWrite(act, pathwayId, 'appointment.move');
	const found = await findAppointment(act, pathwayId, id);
	if (found.version !== version) throw changed(found);
	refuseIf(found.state === 'planned' ? undefined : 'notes.ended-already', 409);
	const remind = moved.remind && contactRule !== 'never';
	await change(act, found, version, { ...moved, remind });
	await record(act, 'appointment.moved', pathwayId, {});
	if (remind) await remindLater(act, { id, startsAt: moved.startsAt });
}

/**
 * Tells what became of an appointment.
 * @throws NotYours 404 where she may not write, Refusal 409 when it is too early, or when it changed since it was read
 */
export async function endAppointment(
	act: Act,
	pathwayId: string,
	id: string,
	{ version, outcome, reason }: EndedAppointment,
): Promise<void> {
	await findToWrite(act, pathwayId, 'appointment.end');
	const found = await findAppointment(act, pathwayId, id);
	if (found.version !== version) throw changed(found);
	refuseIf(endBlockedBy(found, outcome, act.at), 409);
	await change(act, found, version, { state: outcome, reason: outcome === 'kept' ? null : reason });
	await record(act, 'appointment.ended', pathwayId, { state: outcome });
}

type Changes = Partial<
	Pick<FoundAppointment, 'startsAt' | 'minutes' | 'place' | 'phone' | 'remind' | 'state' | 'reason'>
>;

/** Two people at once: the first one changes it, the other learns what it has become. */
async function change(act: Act, { id, pathwayId }: FoundAppointment, version: number, changes: Changes) {
	const { numUpdatedRows } = await act.tx
		.updateTable('appointment')
		.set({ ...changes, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw changed(await findAppointment(act, pathwayId, id));
}

const changed = ({ state, startsAt }: FoundAppointment): Refusal =>
	new Refusal(409, 'notes.changed', {
		state: translate(`notes.state-${state}`),
		when: shownInstant(startsAt),
	});
