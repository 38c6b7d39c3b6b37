import { z } from 'zod';
import { distance, flag, instant, page, perPage, postcode, uuid, words } from '#lib/server/api/parameters.ts';
import { parseBody, parseQuery } from '#lib/server/api/parse-query.ts';

const format = z.enum(['json', 'ndjson'], 'api.query.format').default('json');

const list = { page, per_page: perPage, search: words.optional(), format };
const borne = { taxonomy_term_id: uuid.optional(), taxonomy_id: uuid.optional() };
const served = { ...borne, organization_id: uuid.optional(), modified_after: instant.optional() };

/** The parameters of each list of HSDS 3.1. All of them hold together; one that does not exist is refused. */
export const serviceParameters = z.strictObject({
	...list,
	...served,
	/** Absent with `minimal`: all of them at once. */
	per_page: perPage.unwrap().optional(),
	minimal: flag,
	full: flag,
});
export const organizationParameters = z.strictObject({ ...list, ...borne, full: flag, full_service: flag });
export const oneOrganizationParameters = z.strictObject({ full_service: flag });
export const placeParameters = z
	.strictObject({
		...list,
		...served,
		full: flag,
		postcode: postcode.optional(),
		proximity: distance.optional(),
	})
	.refine(({ postcode, proximity }) => proximity === undefined || postcode !== undefined, {
		path: ['proximity'],
		message: 'api.query.proximity',
	});
export const taxonomyParameters = z.strictObject(list);
export const termParameters = z.strictObject({
	...list,
	taxonomy_id: uuid.optional(),
	parent_id: uuid.optional(),
	top_only: flag,
});

/** What a request asks, in its address, or in its body when it is a POST. */
export const askedOf = async <Schema extends z.ZodType>(
	schema: Schema,
	request: Request,
): Promise<z.output<Schema>> =>
	request.method === 'POST' ? parseBody(schema, request) : parseQuery(schema, new URL(request.url));
