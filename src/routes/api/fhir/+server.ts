import { capabilityOf } from '#lib/pathway/formats/capability.ts';
import { fhirAnswer } from '#lib/pathway/formats/server/fhir-answer.ts';
import { answerImport } from '#lib/pathway/formats/server/import-answer.ts';
import type { RequestHandler } from './$types.ts';

/** The day this door last changed. */
const changedOn = '2026-11-23';

export const GET: RequestHandler = ({ locals }) =>
	fhirAnswer(capabilityOf(`${locals.origin}/api/fhir`, changedOn));

export const POST: RequestHandler = (event) => answerImport(event);
