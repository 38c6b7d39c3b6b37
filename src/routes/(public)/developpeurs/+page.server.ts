import { anonymousPerMinute, keyPerMinute } from '#lib/access/api-key.ts';
import { exportFormatNames, licence } from '#lib/directory/exports/export-format.ts';
import { wholeOpenApi } from '#lib/directory/publishing/server/openapi.ts';
import { showEndpoints } from '#lib/directory/publishing/shown-endpoints.ts';
import { exchangeOpenApi } from '#lib/pathway/exchange/server/exchange-openapi.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { origin } }) => ({
	origin,
	licence,
	limits: { open: anonymousPerMinute, key: keyPerMinute },
	formats: exportFormatNames,
	groups: showEndpoints(wholeOpenApi(origin, exchangeOpenApi)),
});
