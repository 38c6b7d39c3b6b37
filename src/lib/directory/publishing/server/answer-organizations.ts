import type { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { answering } from '#lib/server/api/answering.ts';
import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { ndjsonAnswer } from '#lib/server/api/ndjson-answer.ts';
import { plainOrganization, toOrganization } from '../../formats/hsds-organization.ts';
import type { HsdsOrganization } from '../../formats/hsds-schema.ts';
import { withoutOrganisation } from '../../formats/hsds-service.ts';
import { isId } from '../../server/closed-lists.ts';
import type { PublishedOrganisation } from '../entry.ts';
import { envelope } from '../envelope.ts';
import { maxAge } from './answer-services.ts';
import { askedOf, oneOrganizationParameters, organizationParameters } from './hsds-parameters.ts';
import { mapped, pagesOf } from './pages.ts';
import { readOrganisations } from './read-organisations.ts';
import { readServicesOf } from './read-services-of.ts';
import { holdsWords, textsOfOrganisation } from './search-condition.ts';
import { isBornBy } from './term-condition.ts';
import type { Wanted } from './wanted.ts';

type Asked = z.output<typeof organizationParameters>;
type Fullness = Pick<Asked, 'full_service'> & Partial<Pick<Asked, 'full'>>;

/** `GET` and `POST /organizations`. */
export const answerOrganizations = (request: Request, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const asked = await askedOf(organizationParameters, request);
		const wanted = wantedOrganisations(asked);
		const tell = (entries: readonly PublishedOrganisation[]) => work((act) => told(act, entries, asked, now));
		if (asked.format === 'ndjson')
			return ndjsonAnswer(request, mapped(pagesOf(work, readOrganisations, wanted), tell));
		const { page, per_page: perPage } = asked;
		const slice = { limit: perPage, offset: (page - 1) * perPage, counted: true };
		const { contents, total } = await work(async (act) => {
			const { entries, total } = await readOrganisations(act, wanted, slice);
			return { contents: await told(act, entries, asked, now), total };
		});
		return jsonAnswer(request, envelope(contents, { page, perPage, total: total ?? 0 }), { maxAge });
	});

const wantedOrganisations = ({ search, taxonomy_term_id, taxonomy_id }: Asked): Wanted => ({
	where: [
		...holdsWords(search, textsOfOrganisation),
		...isBornBy({ termId: taxonomy_term_id, taxonomyId: taxonomy_id }),
	],
});

/** `GET /organizations/{id}`: all of it, with its services when they are asked for. */
export const answerOrganization = (request: Request, id: string, work: Work, now: Date): Promise<Response> =>
	answering(async () => {
		const { full_service } = await askedOf(oneOrganizationParameters, request);
		if (!isId(id)) throw new Refusal(404, 'import-run.no-organisation');
		const [organization] = await work(async (act) => {
			const { entries } = await readOrganisations(act, { ids: [id], withGone: true }, { limit: 1 });
			return told(act, entries, { full: true, full_service }, now);
		});
		if (!organization) throw new Refusal(404, 'import-run.no-organisation');
		return jsonAnswer(request, organization, { maxAge });
	});

/** Their services are read in one more query, for all of them together. */
async function told(
	act: Act,
	entries: readonly PublishedOrganisation[],
	{ full, full_service }: Fullness,
	now: Date,
): Promise<HsdsOrganization[]> {
	const tell = full || full_service ? toOrganization : plainOrganization;
	if (!full_service) return entries.map(tell);
	const services = await readServicesOf(act, entries);
	return entries.map((entry) => ({
		...tell(entry),
		services: (services.get(entry.id) ?? []).map((service) => withoutOrganisation(service, now)),
	}));
}
