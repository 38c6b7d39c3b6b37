import { answerExport } from '#lib/directory/exports/server/answer-exports.ts';
import { publicWork } from '#lib/directory/publishing/server/public-work.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request, params }) =>
	answerExport(request, params.format, publicWork(), new Date());
export const OPTIONS: RequestHandler = () => preflight(['GET']);
