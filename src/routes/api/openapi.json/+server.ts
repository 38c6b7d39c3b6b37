import { answerWholeOpenApi } from '#lib/directory/publishing/server/openapi.ts';
import { exchangeOpenApi } from '#lib/pathway/exchange/server/exchange-openapi.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request, locals }) =>
	answerWholeOpenApi(request, locals.origin, exchangeOpenApi);
export const OPTIONS: RequestHandler = () => preflight(['GET']);
