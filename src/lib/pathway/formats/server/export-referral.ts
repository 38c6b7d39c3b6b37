import { logReferralReadings } from '#lib/person/server/access-log.ts';
import { openEmergencyOf, refuseExportInEmergency } from '#lib/person/server/emergencies.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { ExportedReferral } from '../exported-referral.ts';
import { type ExportFilter, listExported } from './exported-referrals.ts';

/**
 * Referrals that leave in a file or an answer: each reading is logged as a worker's is.
 * @throws Refusal 403 while the actor holds an emergency open on one of the people
 */
export async function exportReferrals(act: Act, filter: ExportFilter): Promise<ExportedReferral[]> {
	const found = await listExported(act, filter);
	await refuseInEmergency(
		act,
		found.map(({ pathwayId }) => pathwayId),
	);
	const referrals = found.map(({ referral }) => referral);
	await logReferralReadings(
		act,
		referrals.map(({ id }) => id),
	);
	return referrals;
}

/** @throws Refusal 404 for what does not exist, is still a draft, or is not the actor's to see: one answer for all */
export async function exportReferral(act: Act, id: string): Promise<ExportedReferral> {
	const [referral] = await exportReferrals(act, { id, limit: 1, offset: 0 });
	if (!referral) throw new Refusal(404, 'problem.nothing-here');
	return referral;
}

/** @throws Refusal 403 while the actor holds an emergency open on one of the people */
export async function refuseInEmergency(act: Act, pathwayIds: readonly string[]): Promise<void> {
	if (pathwayIds.length === 0) return;
	const open = await openEmergencyOf(act);
	if (!open) return;
	const touched = await act.tx
		.selectFrom('pathway')
		.select('personId')
		.where('id', 'in', pathwayIds)
		.where('personId', '=', open.personId)
		.executeTakeFirst();
	if (touched) await refuseExportInEmergency(act, touched.personId);
}
