import { z } from 'zod';
import { words } from '#lib/server/api/parameters.ts';
import { parseQuery } from '#lib/server/api/parse-query.ts';
import { audienceOf, feeOf, kindOf, slugsOf, welcomeModeOf } from '../../formats/data-inclusion-codes.ts';
import { networks } from '../../formats/data-inclusion-networks.ts';
import { categories, topics } from '../../topic.ts';

const most = 1000;
const usual = 100;

/** A number as an address writes it; anything else is left to the schema to refuse. */
const numeric = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess(
		(given) => (typeof given === 'string' && /^-?\d{1,9}(?:\.\d+)?$/.test(given) ? Number(given) : given),
		schema,
	);

const yesOrNo = z
	.preprocess(
		(given) =>
			given === 'true' || given === '1' || given === ''
				? true
				: given === 'false' || given === '0'
					? false
					: given,
		z.boolean('api.query.flag'),
	)
	.default(false);

const codes = <const Codes extends readonly string[]>(list: Codes) =>
	z.array(z.enum(list, 'api.query.not-in-list')).optional();

const slug = z
	.string()
	.regex(/^[a-z0-9-]{1,80}$/, 'api.query.slug')
	.optional();

const paging = {
	page: numeric(z.int('api.query.page').min(1, 'api.query.page').max(1_000_000, 'api.query.page')).default(1),
	size: numeric(z.int('api.query.size').min(1, 'api.query.size').max(most, 'api.query.size')).default(usual),
};
const sources = { sources: z.array(z.string().regex(/^[\w.-]{1,100}$/, 'api.query.slug')).optional() };
const commune = {
	code_commune: z
		.string()
		.regex(/^\d[\dAB]\d{3}$/, 'api.query.commune')
		.optional(),
};
const territory = {
	code_region: z
		.string()
		.regex(/^\d{2}$/, 'api.query.region')
		.optional(),
	slug_region: slug,
	code_departement: z
		.string()
		.regex(/^(?:\d{2}|2[AB]|97\d|98\d)$/, 'api.query.department')
		.optional(),
	slug_departement: slug,
	...commune,
};
const duplicates = { exclure_doublons: yesOrNo };
const ofServices = {
	...sources,
	thematiques: codes([...topics, ...categories]),
	frais: codes(slugsOf(feeOf)),
	publics: codes(slugsOf(audienceOf)),
	recherche_public: words.optional(),
	modes_accueil: codes(slugsOf(welcomeModeOf)),
	types: codes(slugsOf(kindOf)),
	score_qualite_minimum: numeric(
		z.number('api.query.score').min(0, 'api.query.score').max(1, 'api.query.score'),
	).optional(),
};

/** The parameters of `/api/v1`, those of data·inclusion's own API. They all hold together. */
export const structureParameters = z.strictObject({
	...paging,
	...sources,
	reseaux_porteurs: codes(networks),
	...territory,
	...duplicates,
});
export const serviceParameters = z.strictObject({ ...paging, ...ofServices, ...territory });

const degrees = (most: number) =>
	numeric(
		z.number('api.query.degrees').min(-most, 'api.query.degrees').max(most, 'api.query.degrees'),
	).optional();

export const searchParameters = z
	.strictObject({
		...paging,
		...ofServices,
		...commune,
		lat: degrees(90),
		lon: degrees(180),
		...duplicates,
		q: words.optional(),
	})
	.refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
		path: ['lat'],
		message: 'api.query.lat-lon',
	});

/** Without pages: all at once, as a stream. */
export const structureFilters = structureParameters.omit({ page: true, size: true });
export const serviceFilters = serviceParameters.omit({ page: true, size: true });

export type AskedStructures = z.output<typeof structureFilters>;
export type AskedServices = z.output<typeof serviceFilters>;
export type AskedSearch = z.output<typeof searchParameters>;

/** Parameters that take several values. */
const lists = ['sources', 'reseaux_porteurs', 'thematiques', 'frais', 'publics', 'modes_accueil', 'types'];

export const diAsked = <Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> =>
	parseQuery(schema, new URL(request.url), lists);
