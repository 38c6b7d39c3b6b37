import { bundleOf } from '#lib/pathway/formats/fhir.ts';
import { exportReferral } from '#lib/pathway/formats/server/export-referral.ts';
import { fhirAnswer } from '#lib/pathway/formats/server/fhir-answer.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ locals, params }) => {
	const referral = await locals.act((act) => exportReferral(act, uuidOf(params.id)));
	return fhirAnswer(bundleOf(referral, `${locals.origin}/api/fhir`), 200, {
		'content-disposition': 'attachment; filename="orientation.fhir.json"',
	});
};
