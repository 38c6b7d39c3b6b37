import { authorOf, findToWrite } from '#lib/pathway/server/written.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { NewAppointment } from '../appointment.ts';
import { remindLater } from './remind-later.ts';

/**
 * Plans an appointment, and its reminders if she may be contacted; sent twice, it is planned once.
 * @throws NotYours 404 where the actor may not write, Refusal 422 for a step of somebody else
 */
export async function planAppointment(
	act: Act,
	pathwayId: string,
	{ once: id, ...typed }: NewAppointment,
): Promise<void> {
	const { contactRule } = await findToWrite(act, pathwayId, 'appointment.plan');
	await refuseForeignStep(act, pathwayId, typed.stepId);
	const { organisationId, hatId } = await authorOf(act);
	const remind = typed.remind && contactRule !== 'never';
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('appointment')
		.values({ ...typed, remind, id, pathwayId, organisationId, hatId, madeAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (!numInsertedOrUpdatedRows) return;
	await record(act, 'appointment.planned', pathwayId, {});
	if (remind) await remindLater(act, { id, startsAt: typed.startsAt });
}

async function refuseForeignStep({ tx }: Act, pathwayId: string, stepId: string | null): Promise<void> {
	if (stepId === null) return;
	const step = await tx
		.selectFrom('step')
		.select('id')
		.where('id', '=', stepId)
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirst();
	if (!step) throw new Refusal(422, 'notes.step-unknown');
}
