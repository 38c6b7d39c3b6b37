import { answerProfile } from '#lib/directory/publishing/server/answer-api-details.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request, locals }) =>
	answerProfile(request, `${locals.origin}/api/hsds/v3`);
export const OPTIONS: RequestHandler = () => preflight(['GET']);
