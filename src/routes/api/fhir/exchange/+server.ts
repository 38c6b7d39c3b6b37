import { listExchanges } from '#lib/pathway/formats/server/exchanges.ts';
import { asReferrer } from '#lib/pathway/formats/server/fhir-answer.ts';
import type { RequestHandler } from './$types.ts';

/** What this key’s hat brought, and what became of it. */
export const GET: RequestHandler = (event) =>
	asReferrer(event, async (act) =>
		Response.json(
			{ contents: await act((here) => listExchanges(here)) },
			{ headers: { 'cache-control': 'private, no-store' } },
		),
	);
