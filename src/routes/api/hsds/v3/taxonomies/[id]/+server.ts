import { answerTaxonomy } from '#lib/directory/publishing/server/answer-taxonomies.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request, params }) => answerTaxonomy(request, params.id);
export const OPTIONS: RequestHandler = () => preflight(['GET']);
