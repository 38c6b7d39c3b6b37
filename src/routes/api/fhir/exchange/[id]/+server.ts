import { fhirRefusal } from '#lib/pathway/formats/server/fhir-answer.ts';
import { answerReplay } from '#lib/pathway/formats/server/import-answer.ts';
import { uuidIn } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

export const POST: RequestHandler = async (event) => {
	const id = uuidIn(event.params.id);
	return id ? answerReplay(event, id) : fhirRefusal(404, 'problem.nothing-here');
};
