import { translate } from '#lib/texts/translator.ts';
import { stopsOf } from '../nested.ts';
import type { Closure } from '../organisation.ts';
import type { Service, Stop } from '../service.ts';
import { saturationOf, welcomeOf } from './beyond-codes.ts';
import {
	audienceOf,
	feeOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import { serviceAtLocationId, serviceIdsBehind } from './hsds-ids.ts';
import { hoursFrom } from './hsds-read-hours.ts';
import {
	closuresFrom,
	codesFrom,
	codesOfLanguages,
	labelled,
	linkFrom,
	originOf,
	type ReadingContext,
	slugsFrom,
	updatedOnFrom,
	wholeFrom,
} from './hsds-read-parts.ts';
import { filled, inseeCodeFrom, placeFrom } from './hsds-read-place.ts';
import type { HsdsService } from './hsds-schema.ts';

type Where = NonNullable<HsdsService['service_at_locations']>[number];

/** A service of HSDS in the product's words, and its other places, each as a service that differs by that alone. */
export function servicesFrom(
	told: HsdsService,
	organisationSourceId: string,
	context: ReadingContext,
): Service[] {
	const all = told.service_at_locations ?? [];
	const stops = all.filter((where) => isStop(where, told.id));
	const [place, ...others] = all.filter((where) => !stops.includes(where));
	const service = { ...plainFrom(told, context), ...originOf(told, context), organisationSourceId };
	const stands = (where: Where | undefined) => ({
		place: placeFrom(where?.location, service.confidential),
		openingHours: hoursFrom(told.opening_hours, told.schedules ?? where?.schedules, context.today),
	});
	return [
		{ ...service, ...stands(place), stops: stopsOf(stops.map(stopFrom)) },
		...others.map((where) => ({
			...service,
			...stands(where),
			sourceId: `${service.sourceId}--${where.id.toLowerCase()}`,
			stops: [],
		})),
	];
}

/** Our profile says the stops of a round by their dates or by ids made of their service's. */
function isStop({ id, dates }: Where, serviceId: string): boolean {
	if (dates !== undefined) return true;
	const service = serviceId.toLowerCase();
	const [first, last] = serviceIdsBehind(id) ?? [];
	const isOfService = first !== undefined && last !== undefined && first <= service && service <= last;
	return isOfService && id.toLowerCase() !== serviceAtLocationId(service, null);
}

const stopFrom = ({ location, opening_hours, dates }: Where): Partial<Stop> => ({
	name: location?.name ?? '',
	address: filled(location?.addresses?.[0]?.address_1),
	communeCode: location ? inseeCodeFrom(location) : null,
	...(location?.longitude !== undefined && { longitude: location.longitude }),
	...(location?.latitude !== undefined && { latitude: location.latitude }),
	openingHours: opening_hours ?? null,
	dates: dates ?? [],
});

type Plain = Omit<
	Service,
	'source' | 'sourceId' | 'organisationSourceId' | 'place' | 'openingHours' | 'stops'
>;

function plainFrom(told: HsdsService, context: ReadingContext): Plain {
	const { attributes, capacities: [capacity] = [], phones = [], contacts: [contact] = [] } = told;
	return {
		name: told.name,
		description: filled(told.description?.trim()) === null ? told.name : (told.description ?? told.name),
		link: linkFrom(told.url),
		kind: codesFrom(attributes, 'type', kindOf)[0] ?? null,
		topics: slugsFrom(attributes, 'thematiques').filter((slug) => slug.includes('--')),
		fee: codesFrom(attributes, 'frais', feeOf)[0] ?? feeFrom(told),
		feeDetails: told.fees_description ?? told.fees ?? told.cost_options?.[0]?.amount_description ?? null,
		audiences: codesFrom(attributes, 'publics', audienceOf),
		audienceDetails: audienceFrom(told),
		conditions: told.conditions ?? null,
		welcomeModes: codesFrom(attributes, 'modes_accueil', welcomeModeOf),
		zone: (told.service_areas ?? []).flatMap(({ extent = '' }) => (zoneCode.test(extent) ? [extent] : [])),
		phone: phones[0]?.number ?? null,
		email: told.email ?? null,
		contactName: contact?.name ?? null,
		mobilisationLink: labelled(told.additional_urls, 'mobilisation'),
		mobilisationModes: codesFrom(attributes, 'modes_mobilisation', mobilisationModeOf),
		mobilisableBy: codesFrom(attributes, 'mobilisable_par', mobiliserOf),
		mobilisationDetails: told.application_process ?? null,
		weeklyHours: told.weekly_hours !== undefined && told.weekly_hours >= 0 ? told.weekly_hours : null,
		weeks: wholeFrom(told.weeks, 1),
		updatedOn: updatedOnFrom(told, context),
		fictional: told.fictional ?? false,
		capacity: wholeFrom(told.capacity ?? capacity?.maximum, 0),
		placesLeft: wholeFrom(capacity?.available, 0),
		saturation: codesFrom(attributes, 'saturation', saturationOf)[0] ?? null,
		welcome: codesFrom(attributes, 'accueil', welcomeOf)[0] ?? null,
		languages: codesOfLanguages(told.languages),
		closures: closuresNow(told, context),
		responseDays: wholeFrom(told.response_days, 0),
		confidential: told.confidential ?? false,
		contactPrivate: false,
	};
}

const zoneCode = /^(?:france|\d{2}|2[AB]|\d{3}|\d[\dAB]\d{3}|\d{9})$/;

/** Without a price nobody knows; every option at nought is free. */
function feeFrom({ cost_options: options = [] }: HsdsService): Service['fee'] {
	const amounts = options.flatMap(({ amount }) => amount ?? []);
	if (amounts.length === 0) return null;
	return amounts.every((amount) => amount === 0) ? 'free' : 'paid';
}

/** Our own terms say apart what `eligibility_description` says together; ages are said in words. */
function audienceFrom(told: HsdsService): string | null {
	if (told.audience_description !== undefined || told.conditions !== undefined)
		return told.audience_description ?? null;
	const { minimum_age: from, maximum_age: to } = told;
	const ages =
		from === undefined && to === undefined
			? []
			: [translate('api.hsds.ages', { from: from ?? 'none', to: to ?? 'none' })];
	return [told.eligibility_description, ...ages].filter(Boolean).join('\n\n') || null;
}

/** Closed for a time, without saying which: since it was last changed. */
function closuresNow(told: HsdsService, context: ReadingContext): Closure[] {
	const closures = closuresFrom(told.closures);
	if (told.status !== 'temporarily closed' || closures.length > 0) return closures;
	// Our profile tells its closures: those that close it today are perhaps its organization's.
	if (told.organization?.closures?.length) return closures;
	return [{ from: updatedOnFrom(told, context), to: null, reason: told.alert ?? null }];
}
