import { answerServicesGeojson } from '#lib/directory/publishing/server/answer-di-geojson.ts';
import { publicWork } from '#lib/directory/publishing/server/public-work.ts';
import { preflight } from '#lib/server/api/cors.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ request }) => answerServicesGeojson(request, publicWork(), new Date());
export const OPTIONS: RequestHandler = () => preflight(['GET']);
