import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { parisDay } from '../../closure.ts';
import {
	tellDetailedService,
	tellDetailedStructure,
	tellListedStructure,
	tellScoredService,
} from '../di-answers.ts';
import { diPage } from '../di-schemas.ts';
import { maxAge } from './answer-services.ts';
import { conditionsOfServices, conditionsOfStructures } from './di-conditions.ts';
import { findNear } from './di-near.ts';
import { diAsked, searchParameters, serviceParameters, structureParameters } from './di-parameters.ts';
import { readOrganisations } from './read-organisations.ts';
import { readServices } from './read-services.ts';
import { readServicesOf } from './read-services-of.ts';

const sliceOf = ({ page, size }: { readonly page: number; readonly size: number }) => ({
	limit: size,
	offset: (page - 1) * size,
	counted: true,
});

/** `GET /api/v1/structures`. What became one with another is told with it, in `doublons`, and never listed itself. */
export const answerDiStructures = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = diAsked(structureParameters, request);
		const { entries, total, services } = await work(async (act) => {
			const read = await readOrganisations(act, { where: conditionsOfStructures(asked) }, sliceOf(asked));
			return { ...read, services: await readServicesOf(act, read.entries) };
		});
		const items = entries.map((one) => tellListedStructure(one, services.get(one.id) ?? [], parisDay(now)));
		return jsonAnswer(request, diPage(items, { ...asked, total: total ?? 0 }), { maxAge });
	});

/** `GET /api/v1/services`. */
export const answerDiServices = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = diAsked(serviceParameters, request);
		const wanted = { where: conditionsOfServices(asked, parisDay(now)) };
		const { entries, total } = await work((act) => readServices(act, wanted, sliceOf(asked)));
		const items = entries.map((one) => tellScoredService(one, parisDay(now)));
		return jsonAnswer(request, diPage(items, { ...asked, total: total ?? 0 }), { maxAge });
	});

/** `GET /api/v1/search/services`: near a commune or a point, the nearest first. */
export const answerDiSearch = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = diAsked(searchParameters, request);
		const { found, total, entries } = await work(async (act) => {
			const near = await findNear(act, asked, parisDay(now));
			const ids = near.found.map(({ id }) => id);
			return { ...near, ...(await readServices(act, { ids }, { limit: null })), total: near.total };
		});
		const byId = new Map(entries.map((one) => [one.id, one]));
		const items = found.flatMap(({ id, distance }) => {
			const one = byId.get(id);
			return one ? [{ service: tellDetailedService(one, parisDay(now)), distance }] : [];
		});
		return jsonAnswer(request, diPage(items, { ...asked, total }), { maxAge });
	});

/** `GET /api/v1/structures/{id}`, with its services. What became one with another is asked for there. */
export const answerDiStructure = (request: Request, id: string, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const told = await work(async (act) => {
			const wanted = { where: [sql<boolean>`o.source_id = ${id}`], withGone: true };
			const [found] = (await readOrganisations(act, wanted, { limit: 1 })).entries;
			if (!found?.mergedInto) return found && { found, services: await readServicesOf(act, [found]) };
			const [kept] = (await readOrganisations(act, { ids: [found.mergedInto] }, { limit: 1 })).entries;
			return kept && { found: kept, services: await readServicesOf(act, [kept]) };
		});
		if (!told || told.found.gone) throw new Refusal(404, 'api.query.no-structure');
		const { found, services } = told;
		const answer = tellDetailedStructure(found, services.get(found.id) ?? [], parisDay(now));
		return jsonAnswer(request, answer, { maxAge });
	});

/** `GET /api/v1/services/{id}`, with who offers it. */
export const answerDiService = (request: Request, id: string, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const wanted = { where: [sql<boolean>`s.source_id = ${id}`] };
		const [service] = (await work((act) => readServices(act, wanted, { limit: 1 }))).entries;
		if (!service) throw new Refusal(404, 'import-run.no-service');
		return jsonAnswer(request, tellDetailedService(service, parisDay(now)), { maxAge });
	});

/** `GET /api/v1/sources`: who tells the entries that are published. */
export const answerDiSources = (request: Request, work: Work): Promise<Response> =>
	answering(async () => {
		const { rows } = await work(({ tx }) =>
			sql<{
				slug: string;
			}>`select source as slug from listed_organisation union select source from listed_service
				order by slug`.execute(tx),
		);
		const answer = rows.map(({ slug }) => ({ slug, nom: slug, description: null }));
		return jsonAnswer(request, answer, { maxAge });
	});
