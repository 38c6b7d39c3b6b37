import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { endAbsenceRow } from './absences.ts';

export const EndedAbsence = z.object({ absence: z.uuid('today.absence-unknown') });

/** She is back, or it was a mistake. @throws NotYours 404 when there is none to end */
export async function endAbsence(act: Act, { absence }: z.output<typeof EndedAbsence>): Promise<void> {
	await endAbsenceRow(act, absence);
	await record(act, 'absence.ended', absence, {});
}
