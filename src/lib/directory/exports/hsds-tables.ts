/**
 * The tables of HSDS 3.1 that this directory fills: the file of each and its columns, in the order of HSDS; then, at
 * the end, those of the French profile. A column of the profile that holds a list holds JSON.
 */
export const hsdsTables = {
	organization: [
		'organizations.csv',
		'id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri parent_organization_id',
		'source source_id updated_on fictional closures opening_hours confidential merged_into defunct languages employer_kind offers resources',
	],
	service: [
		'services.csv',
		'id organization_id program_id name alternate_name description url email status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified',
		'source source_id updated_on fictional closures opening_hours confidential merged_into conditions audience_description weekly_hours weeks response_days capacity',
	],
	attribute: ['attributes.csv', 'id link_id taxonomy_term_id link_type link_entity value label'],
	service_at_location: [
		'service_at_location.csv',
		'id service_id location_id description',
		'opening_hours dates',
	],
	location: [
		'locations.csv',
		'id location_type url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type',
	],
	phone: [
		'phones.csv',
		'id location_id service_id organization_id contact_id service_at_location_id number extension type description',
	],
	contact: [
		'contacts.csv',
		'id organization_id service_id service_at_location_id location_id name title department email',
	],
	address: [
		'addresses.csv',
		'id location_id attention address_1 address_2 city region state_province postal_code country address_type',
	],
	schedule: [
		'schedules.csv',
		'id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes',
	],
	service_area: [
		'service_areas.csv',
		'id service_id service_at_location_id name description extent extent_type uri',
	],
	language: ['languages.csv', 'id service_id location_id phone_id name code note'],
	accessibility: ['accessibility.csv', 'id location_id description details url'],
	cost_option: [
		'cost_options.csv',
		'id service_id valid_from valid_to option currency amount amount_description',
	],
	organization_identifier: [
		'organization_identifiers.csv',
		'id organization_id identifier_scheme identifier_type identifier',
	],
	service_capacity: ['service_capacity.csv', 'id service_id unit_id available maximum description updated'],
	unit: ['units.csv', 'id name scheme identifier uri'],
	url: ['url.csv', 'id label url organization_id service_id'],
	taxonomy: ['taxonomies.csv', 'id name description uri version'],
	taxonomy_term: [
		'taxonomy_terms.csv',
		'id code name description parent_id taxonomy language taxonomy_id term_uri',
	],
} as const satisfies Record<string, readonly [file: string, columns: string, more?: string]>;
export type HsdsTable = keyof typeof hsdsTables;

export const hsdsTableNames = Object.keys(hsdsTables) as readonly HsdsTable[];

export const fileOf = (table: HsdsTable): string => hsdsTables[table][0];

/** The columns of a table: those of HSDS, then those of the French profile. */
export const columnsOf = (table: HsdsTable): readonly string[] => {
	const [, columns, more = ''] = hsdsTables[table] as readonly [string, string, string?];
	return `${columns} ${more}`.trim().split(' ');
};

const tablesOfLists: Readonly<Record<string, HsdsTable>> = {
	services: 'service',
	service_at_locations: 'service_at_location',
	locations: 'location',
	location: 'location',
	addresses: 'address',
	accessibility: 'accessibility',
	phones: 'phone',
	contacts: 'contact',
	schedules: 'schedule',
	languages: 'language',
	service_areas: 'service_area',
	cost_options: 'cost_option',
	capacities: 'service_capacity',
	unit: 'unit',
	additional_urls: 'url',
	additional_websites: 'url',
	organization_identifiers: 'organization_identifier',
	attributes: 'attribute',
};

/** Whose rows a term of an object is; none for a term that is a column of its own. */
export const tableOfTerm = (table: HsdsTable, term: string): HsdsTable | undefined =>
	columnsOf(table).includes(term) ? undefined : tablesOfLists[term];
