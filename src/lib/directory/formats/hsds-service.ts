import { translate } from '#lib/texts/translator.ts';
import { closureOn, parisDay } from '../closure.ts';
import type { PublishedService } from '../publishing/entry.ts';
import { redactService } from '../publishing/redact.ts';
import { showDay } from '../shown-day.ts';
import { attributesOf, slugsOfService } from './hsds-attributes.ts';
import { idOf, serviceAtLocationId } from './hsds-ids.ts';
import { plainOrganization, toOrganization } from './hsds-organization.ts';
import { closuresOf, emailOf, languagesOf, linksOf, phonesOf, told, urlOf } from './hsds-parts.ts';
import { schedulesOf } from './hsds-schedules.ts';
import type { HsdsService, HsdsServiceAtLocation } from './hsds-schema.ts';
import { toServiceAtLocations } from './hsds-service-at-location.ts';

/** A service as HSDS 3.1 tells it under the French profile, with all that is related. `at`: today's closures hold. */
export function toService(given: PublishedService, at: Date): HsdsService {
	if (given.gone) return tombstoneOf(given);
	const service = redactService(given);
	return { ...withoutOrganisation(service, at), organization: toOrganization(service.organisation) };
}

/** The same, within its organization. */
export function withoutOrganisation(given: PublishedService, at: Date): HsdsService {
	if (given.gone) return tombstoneOf(given);
	const service = redactService(given);
	const { id } = service;
	return told<HsdsService>({
		...plainService(service, at),
		additional_urls: linksOf(id, { mobilisation: service.mobilisationLink }),
		phones: phonesOf(id, service.phone),
		contacts: service.contactName === null ? [] : [{ id: idOf('contact', id), name: service.contactName }],
		schedules: schedulesOf(id, service.openingHours),
		service_areas: areasOf(service),
		service_at_locations: toServiceAtLocations(service),
		languages: languagesOf(id, service.languages),
		cost_options: costsOf(service),
		capacities: capacitiesOf(service),
		attributes: attributesOf('service', id, slugsOfService(service)),
	});
}

/** The terms that hold one value, and who offers it: what a list of services tells of each. */
export function toListedService(given: PublishedService, at: Date): HsdsService {
	if (given.gone) return tombstoneOf(given);
	const service = redactService(given);
	return { ...plainService(service, at), organization: plainOrganization(service.organisation) };
}

/** Where it is offered, each place with its service: `full` tells all of it. */
export function toPlacesOfService(given: PublishedService, at: Date, full: boolean): HsdsServiceAtLocation[] {
	if (given.gone) return [];
	const { service_at_locations: _, ...service } = full ? toService(given, at) : toListedService(given, at);
	return toServiceAtLocations(given).map((where) => ({ ...where, service }));
}

/** One of its places by rank: 0 is its own, the others are its stops, from 1. Undefined when it has none such. */
export function toPlaceOfService(
	given: PublishedService,
	rank: number,
	at: Date,
	full: boolean,
): HsdsServiceAtLocation | undefined {
	const stop = given.stops[rank - 1] ?? null;
	if (rank > 0 && stop === null) return undefined;
	const id = serviceAtLocationId(given.id, stop);
	return toPlacesOfService(given, at, full).find((where) => where.id === id);
}

/** A service that changed: who it is, and when. */
export const toMinimalService = ({ id, modifiedAt }: Pick<PublishedService, 'id' | 'modifiedAt'>) => ({
	id,
	last_modified: modifiedAt.toISOString(),
});

/** What is gone: who it was, and what it became one with. Whatever else it told is told no more. */
const tombstoneOf = (service: PublishedService): HsdsService =>
	told<HsdsService>({
		id: service.id,
		organization_id: service.organisation.id,
		name: service.name,
		status: 'defunct',
		last_modified: service.modifiedAt.toISOString(),
		source: service.source,
		source_id: service.sourceId,
		fictional: service.fictional || null,
		merged_into: service.mergedInto,
	});

function plainService(service: PublishedService, at: Date): HsdsService {
	const day = showDay(service, at);
	return told<HsdsService>({
		id: service.id,
		organization_id: service.organisation.id,
		name: service.name,
		description: service.description,
		...urlOf('url', service.link),
		...emailOf(service.email),
		status: closedToday(service, at) ? 'temporarily closed' : 'active',
		application_process: service.mobilisationDetails,
		fees_description: service.feeDetails,
		wait_time:
			service.responseDays === null ? null : translate('sheet.delay', { days: service.responseDays }),
		eligibility_description:
			[service.audienceDetails, service.conditions].filter(Boolean).join('\n\n') || null,
		assured_date: service.verifiedOn,
		alert: [day.closed, ...day.soonClosed].filter(Boolean).join(' ') || null,
		last_modified: service.modifiedAt.toISOString(),
		source: service.source,
		source_id: service.sourceId,
		updated_on: service.updatedOn,
		fictional: service.fictional || null,
		confidential: service.confidential || null,
		closures: closuresOf(service.closures),
		opening_hours: service.openingHours,
		conditions: service.conditions,
		audience_description: service.audienceDetails,
		weekly_hours: service.weeklyHours,
		weeks: service.weeks,
		response_days: service.responseDays,
		capacity: service.capacity,
	});
}

function closedToday({ closures, organisation }: PublishedService, at: Date): boolean {
	const today = parisDay(at);
	return Boolean(closureOn(closures, today) ?? closureOn(organisation.closures, today));
}

/** Free is a price of zero; the amount of what is paid is told in words. */
function costsOf({ id, fee, feeDetails }: PublishedService) {
	if (fee === null) return [];
	return [
		told<NonNullable<HsdsService['cost_options']>[number]>({
			id: idOf('cost_option', id),
			option: fee === 'free' ? 'gratuit' : 'payant',
			...(fee === 'free' && { amount: 0, currency: 'EUR' }),
			amount_description: feeDetails,
		}),
	];
}

function capacitiesOf({ id, placesLeft, capacity, modifiedAt }: PublishedService) {
	if (placesLeft === null) return [];
	return [
		{
			id: idOf('service_capacity', id),
			unit: { id: idOf('unit', 'places'), name: 'places' },
			available: placesLeft,
			...(capacity !== null && { maximum: capacity }),
			updated: modifiedAt.toISOString(),
		},
	];
}

const areasOf = ({ id, zone, zoneNames }: PublishedService) =>
	zone.map((code) => ({
		id: idOf('service_area', id, code),
		name: zoneNames[code] ?? code,
		extent: code,
		extent_type: 'text',
	}));
