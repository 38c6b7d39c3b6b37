import { plainOrganisation } from '../organisation.ts';
import type { Service } from '../service.ts';
import { hsdsKindOf } from './hsds-kind.ts';
import { type Checked, checked, withoutNulls } from './hsds-read-checks.ts';
import { organisationFrom } from './hsds-read-organization.ts';
import { originOf, type ReadingContext } from './hsds-read-parts.ts';
import { servicesFrom } from './hsds-read-service.ts';
import {
	apiDetailsSchema,
	type HsdsOrganization,
	type HsdsService,
	organizationSchema,
	serviceAtLocationSchema,
	serviceSchema,
	taxonomySchema,
	taxonomyTermSchema,
} from './hsds-schema.ts';
import { Notes } from './notes.ts';
import type { EntryName, ParsedRow, RawRow } from './row.ts';

/**
 * Reads an object of HSDS 3: a service, an organization with perhaps its services, a service where it is offered. What
 * tells no entry — a taxonomy, a term, the door of an API — is checked, and tells nothing. With a fault, all is left out.
 */
export function parseHsds(row: RawRow, context: ReadingContext): ParsedRow[] {
	const values = withoutNulls(row.values);
	switch (hsdsKindOf(values)) {
		case 'api_details':
			return passed(row, checked(apiDetailsSchema, values, row));
		case 'taxonomy':
			return passed(row, checked(taxonomySchema, values, row));
		case 'taxonomy_term':
			return passed(row, checked(taxonomyTermSchema, values, row));
		case 'service': {
			const { told, notes } = checked(serviceSchema, values, row);
			return told
				? warned(rowsOfService(row, told, context), notes)
				: [leftOut(row, notes, 'service', values, context)];
		}
		case 'organization': {
			const { told, notes } = checked(organizationSchema, values, row);
			if (!told) return [leftOut(row, notes, 'organisation', values, context)];
			return warned(rowsOfOrganization(row, told, context), notes);
		}
		case 'service_at_location': {
			const { told, notes } = checked(serviceAtLocationSchema, values, row);
			if (!told) return [leftOut(row, notes, 'service', values, context)];
			const { service, ...where } = told;
			const rows = service ? rowsOfService(row, { ...service, service_at_locations: [where] }, context) : [];
			return warned(rows, notes);
		}
	}
}

const empty = { organisation: null, service: null, problems: [], warnings: [], about: [] } as const;

const passed = ({ line }: RawRow, { told, notes }: Checked<object>): ParsedRow[] =>
	told ? [] : [{ ...empty, line, problems: notes.problems }];

/** The entry that it speaks of stays as it is. */
function leftOut(
	{ line }: RawRow,
	{ problems }: Notes,
	kind: EntryName['kind'],
	values: Readonly<Record<string, unknown>>,
	context: ReadingContext,
): ParsedRow {
	const { id, source, source_id } = values;
	const text = (given: unknown) => (typeof given === 'string' ? given : undefined);
	const told = { id: text(id) ?? '', source: text(source), source_id: text(source_id) };
	return { ...empty, line, problems, about: [{ kind, ...originOf(told, context) }] };
}

/** What is to be said of an object is said once, with the first entry that it tells. */
const warned = ([first, ...others]: readonly ParsedRow[], { warnings }: Notes): ParsedRow[] =>
	first ? [{ ...first, warnings: [...warnings, ...first.warnings] }, ...others] : [];

const isOver = ({ status }: HsdsService): boolean => status === 'defunct' || status === 'inactive';

function rowsOfService(
	row: RawRow,
	told: HsdsService & { organization?: HsdsOrganization | undefined },
	context: ReadingContext,
): ParsedRow[] {
	const { line } = row;
	if (isOver(told)) return [{ ...empty, line, gone: [{ kind: 'service', ...originOf(told, context) }] }];
	const { organization } = told;
	if (organization) {
		const organisation = organisationFrom(organization, context);
		return servicesFrom(told, organisation.sourceId, context).map((service) => ({
			...empty,
			line,
			organisation,
			service,
		}));
	}
	const { source } = originOf(told, context);
	if (told.organization_id !== undefined)
		return servicesFrom(told, organisationNamed(told.organization_id, told, source), context).map(
			(service) => ({
				...empty,
				line,
				service,
			}),
		);
	return servicesFrom(told, `${source}--${told.id.toLowerCase()}`, context).map((service) =>
		ofNobody(row, service),
	);
}

const organisationNamed = (
	id: string,
	{ organization_source_id: sourceId }: HsdsService,
	source: string,
): string => sourceId ?? `${source}--${id.toLowerCase()}`;

/** HSDS lets a service tell no organization; the directory gives it one, that bears its name. */
function ofNobody(row: RawRow, service: Service): ParsedRow {
	const { source, organisationSourceId: sourceId, name, updatedOn, fictional, confidential } = service;
	const notes = new Notes(row);
	notes.warn('organization', '', 'api.hsds.no-organization');
	const nothing = { description: null, link: null, siret: null, phone: null, email: null, website: null };
	const organisation = {
		...plainOrganisation,
		...nothing,
		...{ source, sourceId, name, updatedOn, fictional, confidential },
		openingHours: null,
		accessibilityUrl: null,
		networks: [],
		place: service.place,
	};
	return { ...empty, line: row.line, organisation, service, warnings: notes.warnings };
}

function rowsOfOrganization(
	row: RawRow,
	{ services = [], ...told }: HsdsOrganization & { services?: HsdsService[] | undefined },
	context: ReadingContext,
): ParsedRow[] {
	const { line } = row;
	if (told.defunct) return [{ ...empty, line, gone: [{ kind: 'organisation', ...originOf(told, context) }] }];
	const organisation = organisationFrom(told, context);
	const inside = services.flatMap((service) =>
		isOver(service)
			? rowsOfService(row, service, context)
			: servicesFrom(service, organisation.sourceId, context).map((one) => ({
					...empty,
					line,
					service: one,
				})),
	);
	return [{ ...empty, line, organisation }, ...inside];
}
