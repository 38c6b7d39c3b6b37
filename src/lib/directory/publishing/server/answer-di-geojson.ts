import type { Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { corsHeaders } from '#lib/server/api/cors.ts';
import { streamOf } from '#lib/server/api/stream.ts';
import { parisDay } from '../../closure.ts';
import { exportGeojson } from '../../exports/server/export-geojson.ts';
import { conditionsOfServices, conditionsOfStructures } from './di-conditions.ts';
import { diAsked, serviceFilters, structureFilters } from './di-parameters.ts';

/** `GET /api/v1/structures.geojson`: all that the filters keep, at once. */
export const answerStructuresGeojson = (request: Request, work: Work): Promise<Response> =>
	answering(async () => {
		const where = conditionsOfStructures(diAsked(structureFilters, request));
		return streamed(exportGeojson(work, { structures: { where } }));
	});

/** `GET /api/v1/services.geojson`. */
export const answerServicesGeojson = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const where = conditionsOfServices(diAsked(serviceFilters, request), parisDay(now));
		return streamed(exportGeojson(work, { services: { where } }));
	});

const streamed = (pieces: AsyncGenerator<Uint8Array>): Response =>
	new Response(streamOf(pieces), {
		headers: { ...corsHeaders, 'content-type': 'application/geo+json', 'cache-control': 'no-cache' },
	});
