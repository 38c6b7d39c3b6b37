import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { alwaysSent, type FieldName, fieldNames } from '../referral.ts';
import { changeReferral, holdReferral } from './referrals.ts';

export const StruckField = z.object({ field: z.enum(fieldNames, 'problem.field-invalid') });

/** She strikes a field before anything leaves: it is erased from what will be sent. */
export async function strikeField(act: Act, referralId: string, name: FieldName): Promise<void> {
	const referral = await holdReferral(act, referralId);
	if (referral.state !== 'draft' && referral.state !== 'awaiting-person')
		throw new Refusal(409, 'referral.already-sent');
	if (alwaysSent.includes(name)) throw new Refusal(422, 'referral.field-needed');
	await act.tx
		.deleteFrom('referralField')
		.where('referralId', '=', referralId)
		.where('name', '=', name)
		.execute();
	await changeReferral(act, referral, {});
	await record(act, 'referral.field-struck', referralId, { field: name });
}
