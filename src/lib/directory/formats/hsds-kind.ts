/** The objects of HSDS that stand alone in a document. */
export type HsdsKind =
	| 'api_details'
	| 'service_at_location'
	| 'service'
	| 'taxonomy_term'
	| 'taxonomy'
	| 'organization';

const ofServices = [
	...['status', 'organization', 'organization_id', 'service_at_locations', 'eligibility_description', 'fees'],
	...['application_process', 'schedules', 'service_areas', 'cost_options', 'assured_date', 'last_modified'],
];
const ofOrganizations = [
	...['website', 'organization_identifiers', 'services', 'locations', 'logo', 'phones', 'contacts', 'email'],
];

/** Terms that only one kind of object has, the surest first; what has none of them is an organization. */
const marks: Readonly<Record<HsdsKind, readonly string[]>> = {
	api_details: ['openapi_url'],
	service_at_location: ['location', 'location_id', 'service', 'service_id'],
	service: ofServices,
	organization: ofOrganizations,
	taxonomy_term: ['taxonomy', 'taxonomy_id', 'taxonomy_detail', 'term', 'term_uri', 'parent_id'],
	taxonomy: ['taxonomy_terms', 'version'],
};
const surestFirst = [
	'api_details',
	'service_at_location',
	'service',
	'organization',
	'taxonomy_term',
	'taxonomy',
] as const;

/** Which object of HSDS a JSON object is. */
export const hsdsKindOf = (values: Readonly<Record<string, unknown>>): HsdsKind =>
	surestFirst.find((kind) => marks[kind].some((name) => Object.hasOwn(values, name))) ?? 'organization';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether an object looks like one of HSDS: a UUID, and terms that only HSDS has. */
export function looksLikeHsds(values: Readonly<Record<string, unknown>>): boolean {
	const { id, location, service } = values;
	if (typeof id !== 'string' || !uuid.test(id)) return false;
	const only = [
		'service_at_locations',
		'organization_identifiers',
		'eligibility_description',
		'assured_date',
	];
	const isService = ['status', 'name'].every((name) => Object.hasOwn(values, name));
	const isPlace = typeof location === 'object' && typeof service === 'object';
	return isService || isPlace || only.some((name) => Object.hasOwn(values, name));
}
