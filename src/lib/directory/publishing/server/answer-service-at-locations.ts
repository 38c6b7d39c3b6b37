import { sql } from 'kysely';
import type { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { ndjsonAnswer } from '#lib/server/api/ndjson-answer.ts';
import { serviceIdsBehind } from '../../formats/hsds-ids.ts';
import type { HsdsServiceAtLocation } from '../../formats/hsds-schema.ts';
import { toPlaceOfService, toPlacesOfService } from '../../formats/hsds-service.ts';
import { isId } from '../../server/closed-lists.ts';
import { envelope } from '../envelope.ts';
import { maxAge } from './answer-services.ts';
import { askedOf, placeParameters } from './hsds-parameters.ts';
import { isNear, serves } from './near-condition.ts';
import { type PlaceOfService, readPlacesOfServices, type WantedPlaces } from './read-places-of-services.ts';
import { readServices } from './read-services.ts';
import { holdsWords, textsOfService } from './search-condition.ts';
import { bears } from './term-condition.ts';

type Asked = z.output<typeof placeParameters>;

/** `GET` and `POST /service_at_locations`. */
export const answerPlacesOfServices = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = await askedOf(placeParameters, request);
		const wanted = wantedPlaces(asked);
		const tell = (entries: readonly PlaceOfService[]) =>
			entries.flatMap(({ service, rank }) => toPlaceOfService(service, rank, now, asked.full) ?? []);
		if (asked.format === 'ndjson') return ndjsonAnswer(request, pages(work, wanted, tell));
		const { page, per_page: perPage } = asked;
		const slice = { limit: perPage, offset: (page - 1) * perPage, counted: true };
		const { entries, total } = await work((act) => readPlacesOfServices(act, wanted, slice));
		return jsonAnswer(request, envelope(tell(entries), { page, perPage, total: total ?? 0 }), { maxAge });
	});

const atOnce = 500;

async function* pages(
	work: Work,
	wanted: WantedPlaces,
	tell: (entries: readonly PlaceOfService[]) => HsdsServiceAtLocation[],
): AsyncGenerator<HsdsServiceAtLocation[]> {
	let last: PlaceOfService | undefined;
	do {
		const after = last && { id: last.service.id, rank: last.rank };
		const { entries } = await work((act) => readPlacesOfServices(act, wanted, { after, limit: atOnce }));
		yield tell(entries);
		last = entries.length < atOnce ? undefined : entries.at(-1);
	} while (last);
}

const wantedPlaces = (asked: Asked): WantedPlaces => ({
	modifiedAfter: asked.modified_after,
	organisationId: asked.organization_id,
	where: [
		...holdsWords(asked.search, textsOfService),
		...bears({ termId: asked.taxonomy_term_id, taxonomyId: asked.taxonomy_id }),
	],
	near: nearnessOf(asked),
});

/** HSDS: a postcode alone asks who serves it; with a distance, who stands that near. */
function nearnessOf({ postcode, proximity }: Asked) {
	if (postcode === undefined) return [];
	return [proximity === undefined ? serves(postcode) : isNear(postcode, proximity)];
}

/** `GET /service_at_locations/{id}`: all of it, with its service. */
export const answerPlaceOfService = (
	request: Request,
	id: string,
	work: Work,
	now: Date,
): Promise<Response> =>
	answering(async () => {
		const behind = isId(id) ? serviceIdsBehind(id) : undefined;
		if (!behind) throw new Refusal(404, 'api.hsds.no-place');
		const [first, last] = behind;
		const where = [sql<boolean>`s.id between ${first}::uuid and ${last}::uuid`];
		const { entries } = await work((act) => readServices(act, { where }, { limit: null }));
		const place = entries
			.flatMap((service) => toPlacesOfService(service, now, true))
			.find((one) => one.id === id.toLowerCase());
		if (!place) throw new Refusal(404, 'api.hsds.no-place');
		return jsonAnswer(request, place, { maxAge });
	});
