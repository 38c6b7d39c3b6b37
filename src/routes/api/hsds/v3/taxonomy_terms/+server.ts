import { answerTerms } from '#lib/directory/publishing/server/answer-taxonomies.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request }) => answerTerms(request);
/** The same search, its words kept out of addresses. */
export const POST: RequestHandler = GET;
export const OPTIONS: RequestHandler = () => preflight(['GET', 'POST']);
