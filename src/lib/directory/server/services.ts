import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { closuresOf, stopsOf } from '../nested.ts';
import { type Closure, positions } from '../organisation.ts';
import type { SearchEntry } from '../search/entry.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	type Service,
	saturations,
	serviceKinds,
	welcomeModes,
	welcomes,
} from '../service.ts';
import { summaryOf } from '../summary.ts';
import { isId, oneOf, someOf } from './closed-lists.ts';
import { placeColumns, placeOf, withoutPlace } from './places.ts';

/** A service as its page shows it, with who offers it. */
export interface KnownService extends Omit<Service, 'organisationSourceId'> {
	readonly id: string;
	/** When somebody here or there last said that it is still right; null when only its source did. */
	readonly verifiedOn: string | null;
	/** Every how many months somebody should look at it again. */
	readonly reviewMonths: number;
	/** The service it became one with; null while it stands alone. */
	readonly mergedInto: string | null;
	/** Since when its source no longer tells it, or its organisation; null while it does. */
	readonly goneAt: Date | null;
	readonly organisation: {
		readonly id: string;
		readonly name: string;
		readonly phone: string | null;
		readonly email: string | null;
		readonly website: string | null;
		readonly openingHours: string | null;
		/** Its services are closed with it. */
		readonly closures: readonly Closure[];
	};
}

/**
 * One service, its place — its organisation's when it has none of its own — and its organisation.
 * @throws Refusal 404 when there is none
 */
export async function findService(act: Act, id: string): Promise<KnownService> {
	const [service] = await findServicesById(act, [id]);
	if (!service) throw new Refusal(404, 'import-run.no-service');
	return service;
}

/** The services of these ids, in their order; ids that are none of a service are left out. */
export async function findServicesById(act: Act, ids: readonly string[]): Promise<KnownService[]> {
	const asked = ids.filter(isId);
	if (asked.length === 0) return [];
	const known = new Map((await selectServices(act, asked)).map((row) => [row.id, knownService(row)]));
	return asked.flatMap((id) => known.get(id.toLowerCase()) ?? []);
}

function knownService(row: Awaited<ReturnType<typeof selectServices>>[number]): KnownService {
	const { organisationId, organisationName, organisationPhone, organisationEmail, website, ...rest } = row;
	const { organisationOpeningHours, organisationGoneAt, organisationClosures, ...own } = withoutPlace(rest);
	return {
		...own,
		kind: oneOf(serviceKinds, own.kind),
		fee: oneOf(fees, own.fee),
		audiences: someOf(audiences, own.audiences),
		welcomeModes: someOf(welcomeModes, own.welcomeModes),
		mobilisationModes: someOf(mobilisationModes, own.mobilisationModes),
		mobilisableBy: someOf(mobilisers, own.mobilisableBy),
		saturation: oneOf(saturations, own.saturation),
		welcome: oneOf(welcomes, own.welcome),
		closures: closuresOf(own.closures),
		stops: stopsOf(own.stops),
		place: placeOf(row),
		goneAt: own.goneAt ?? organisationGoneAt,
		organisation: {
			id: organisationId,
			name: organisationName,
			phone: organisationPhone,
			email: organisationEmail,
			website,
			openingHours: organisationOpeningHours,
			closures: closuresOf(organisationClosures),
		},
	};
}

const selectServices = ({ tx }: Act, ids: readonly string[]) =>
	tx
		.selectFrom('service')
		.innerJoin('organisation', (join) =>
			join.on(
				sql<boolean>`organisation.id = coalesce((select merged_into from organisation o where o.id = service.organisation_id), service.organisation_id)`,
			),
		)
		.leftJoin('place', (join) =>
			join.on('place.id', '=', sql`coalesce(service.place_id, organisation.place_id)`),
		)
		.select([
			'service.id',
			'service.source',
			'service.sourceId',
			'service.name',
			'service.description',
			'service.link',
			'kind',
			'topics',
			'fee',
			'feeDetails',
			'audiences',
			'audienceDetails',
			'conditions',
			'welcomeModes',
			'zone',
			'service.phone',
			'service.email',
			'contactName',
			'mobilisationLink',
			'mobilisationModes',
			'mobilisableBy',
			'mobilisationDetails',
			'weeklyHours',
			'weeks',
			'service.openingHours',
			'service.updatedOn',
			'service.fictional',
			'capacity',
			'placesLeft',
			'saturation',
			'welcome',
			'service.languages',
			'service.closures',
			'stops',
			'responseDays',
			'service.contactPrivate',
			'service.verifiedOn',
			'reviewMonths',
			'service.mergedInto',
			'service.goneAt',
			'organisation.id as organisationId',
			'organisation.name as organisationName',
			'organisation.phone as organisationPhone',
			'organisation.email as organisationEmail',
			'organisation.website',
			'organisation.openingHours as organisationOpeningHours',
			'organisation.closures as organisationClosures',
			'organisation.goneAt as organisationGoneAt',
			...placeColumns,
		])
		.select(sql<boolean>`service.confidential or organisation.confidential`.as('confidential'))
		.where('service.id', 'in', ids)
		.execute();

const pageSize = 10_000;

/** Everything that searches look into, of the services still offered: read by pages, told as one list. */
export async function listSearchEntries(act: Act): Promise<SearchEntry[]> {
	const entries: SearchEntry[] = [];
	for await (const page of searchEntryPages(act)) entries.push(...page);
	return entries;
}

/** The same by pages of 10,000, in the order of their ids. */
export async function* searchEntryPages(act: Act): AsyncGenerator<SearchEntry[]> {
	let last = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const rows = await selectSearchRows(act, last);
		if (rows.length === 0) return;
		yield rows.map(entryOf);
		last = rows.at(-1)!.id;
	}
}

const selectSearchRows = ({ tx }: Act, after: string) =>
	tx
		.selectFrom('service')
		.innerJoin(
			(db) => db.selectFrom('listedService').select(['id', 'organisationId', 'placeId']).as('listed'),
			(join) => join.onRef('listed.id', '=', 'service.id'),
		)
		.innerJoin('organisation', 'organisation.id', 'listed.organisationId')
		.leftJoin('place', 'place.id', 'listed.placeId')
		.leftJoin('commune', 'commune.code', 'place.communeCode')
		.leftJoin('serviceAnswer', 'serviceAnswer.serviceId', 'service.id')
		.select([
			'service.id',
			'organisation.id as organisationId',
			'service.name',
			'organisation.name as organisation',
			'service.description',
			'conditions',
			'audienceDetails',
			'feeDetails',
			'topics',
			'audiences',
			'fee',
			'welcomeModes',
			'zone',
			'place.latitude',
			'place.longitude',
			'place.position',
			'place.communeCode',
			'place.postcode',
			'place.address',
			'service.fictional',
			'welcome',
			'service.languages',
			'placesLeft',
			'saturation',
			'stops',
			'service.closures',
			'organisation.closures as organisationClosures',
		])
		// Its own word first; else what referrals showed, in whole business days.
		.select(
			sql<number | null>`coalesce(response_days, ceil(service_answer.median_days)::int)`.as('responseDays'),
		)
		.select(sql<string>`greatest(service.updated_on, service.verified_on)`.as('updatedOn'))
		.select(({ fn }) => [
			fn.coalesce('place.communeName', 'commune.name').as('communeName'),
			fn.coalesce('service.openingHours', 'organisation.openingHours').as('openingHours'),
			fn.coalesce('service.phone', 'organisation.phone').as('phone'),
		])
		.where('service.id', '>', after)
		.orderBy('service.id')
		.limit(pageSize)
		.execute();

function entryOf(row: Awaited<ReturnType<typeof selectSearchRows>>[number]): SearchEntry {
	const { description, conditions, audienceDetails, feeDetails, organisationClosures, ...entry } = row;
	return {
		...entry,
		summary: summaryOf(description),
		description: [description, conditions, audienceDetails, feeDetails]
			.filter((text) => text !== null)
			.join('\n'),
		audiences: someOf(audiences, entry.audiences),
		fee: oneOf(fees, entry.fee),
		welcomeModes: someOf(welcomeModes, entry.welcomeModes),
		position: oneOf(positions, entry.position) ?? 'unknown',
		welcome: oneOf(welcomes, entry.welcome),
		saturation: oneOf(saturations, entry.saturation),
		closures: [...closuresOf(entry.closures), ...closuresOf(organisationClosures)],
		stops: stopsOf(entry.stops).map(({ latitude, longitude }) => ({ latitude, longitude })),
	};
}
