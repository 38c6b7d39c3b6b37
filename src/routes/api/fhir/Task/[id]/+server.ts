import { taskOf } from '#lib/pathway/formats/fhir-task.ts';
import { exportReferral } from '#lib/pathway/formats/server/export-referral.ts';
import { asReferrer, fhirAnswer } from '#lib/pathway/formats/server/fhir-answer.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) =>
	asReferrer(event, async (act) =>
		fhirAnswer(taskOf(await act((here) => exportReferral(here, uuidOf(event.params.id))))),
	);
