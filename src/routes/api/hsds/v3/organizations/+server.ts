import { answerOrganizations } from '#lib/directory/publishing/server/answer-organizations.ts';
import { publicWork } from '#lib/directory/publishing/server/public-work.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request }) => answerOrganizations(request, publicWork(), new Date());
/** The same search, its words kept out of addresses. */
export const POST: RequestHandler = GET;
export const OPTIONS: RequestHandler = () => preflight(['GET', 'POST']);
