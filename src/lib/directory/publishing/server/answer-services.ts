import type { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { ndjsonAnswer } from '#lib/server/api/ndjson-answer.ts';
import { usualPerPage } from '#lib/server/api/parameters.ts';
import { toListedService, toMinimalService, toService } from '../../formats/hsds-service.ts';
import { isId } from '../../server/closed-lists.ts';
import { envelope } from '../envelope.ts';
import { askedOf, serviceParameters } from './hsds-parameters.ts';
import { mapped, pagesOf } from './pages.ts';
import { readServiceMarks } from './read-service-marks.ts';
import { readServices } from './read-services.ts';
import { holdsWords, textsOfService } from './search-condition.ts';
import { bears } from './term-condition.ts';
import type { Wanted } from './wanted.ts';

type Asked = z.output<typeof serviceParameters>;

/** How long, in seconds, an answer may be kept without asking again. */
export const maxAge = 60;

/** `GET` and `POST /services`. */
export const answerServices = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = await askedOf(serviceParameters, request);
		if (asked.minimal) return answerMarks(request, work, asked);
		const wanted = wantedServices(asked);
		const tell = asked.full ? toService : toListedService;
		if (asked.format === 'ndjson')
			return ndjsonAnswer(
				request,
				mapped(pagesOf(work, readServices, wanted), (page) => page.map((service) => tell(service, now))),
			);
		const { page, per_page: perPage = usualPerPage } = asked;
		const slice = { limit: perPage, offset: (page - 1) * perPage, counted: true };
		const { entries, total } = await work((act) => readServices(act, wanted, slice));
		const contents = entries.map((service) => tell(service, now));
		return jsonAnswer(request, envelope(contents, { page, perPage, total: total ?? 0 }), { maxAge });
	});

/** Who they are and when they changed: all at once, unless a size of page is asked. */
async function answerMarks(request: Request, work: Work, asked: Asked): Promise<Response> {
	const marks = await work((act) => readServiceMarks(act, wantedServices(asked)));
	const contents = marks.map(toMinimalService);
	if (asked.format === 'ndjson') return ndjsonAnswer(request, [contents]);
	const { page, per_page: perPage = Math.max(1, contents.length) } = asked;
	const start = (page - 1) * perPage;
	const numbers = { page, perPage, total: contents.length };
	return jsonAnswer(request, envelope(contents.slice(start, start + perPage), numbers), { maxAge });
}

/**
 * Tombstones are told to whoever asks for what changed, and for nothing else: filters are cumulative, and no other
 * filter finds what is gone.
 */
function wantedServices({
	search,
	modified_after,
	organization_id,
	taxonomy_term_id,
	taxonomy_id,
}: Asked): Wanted {
	const others = [search, organization_id, taxonomy_term_id, taxonomy_id];
	return {
		modifiedAfter: modified_after,
		organisationId: organization_id,
		where: [
			...holdsWords(search, textsOfService),
			...bears({ termId: taxonomy_term_id, taxonomyId: taxonomy_id }),
		],
		withGone: modified_after !== undefined && others.every((one) => one === undefined),
	};
}

/** `GET /services/{id}`: all of it; a tombstone for what is gone. */
export const answerService = (request: Request, id: string, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const [service] = isId(id)
			? (await work((act) => readServices(act, { ids: [id], withGone: true }, { limit: 1 }))).entries
			: [];
		if (!service) throw new Refusal(404, 'import-run.no-service');
		return jsonAnswer(request, toService(service, now), { maxAge });
	});
