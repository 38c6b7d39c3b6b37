import { answerApiDetails } from '#lib/directory/publishing/server/answer-api-details.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

/** Those who follow the specification to the letter ask for `/`, with its slash. */
export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, locals }) =>
	answerApiDetails(request, `${locals.origin}/api/hsds/v3`);
export const OPTIONS: RequestHandler = () => preflight(['GET']);
