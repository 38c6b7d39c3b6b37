import type { Selectable } from 'kysely';
import type { DB } from '#lib/server/tables.ts';
import { closuresOf, offersOf, resourcesOf, stopsOf } from '../../nested.ts';
import { employerKinds } from '../../organisation.ts';
import { oneOf, someOf } from '../../server/closed-lists.ts';
import { placeOf } from '../../server/places.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	saturations,
	serviceKinds,
	welcomeModes,
	welcomes,
} from '../../service.ts';
import type { PublishedOrganisation, PublishedService } from '../entry.ts';
import { redactOrganisation, redactService } from '../redact.ts';

/** A row as `to_jsonb` tells it: instants are texts. */
type Told<Row> = {
	readonly [Name in keyof Row]: Date extends Row[Name] ? Exclude<Row[Name], Date> | string : Row[Name];
};
type OrganisationRow = Told<Selectable<DB['organisation']>>;
type ServiceRow = Told<Selectable<DB['service']>>;
type PlaceRow = Told<Selectable<DB['place']>>;

/** An organisation with what stands around it. */
export interface PublishedOrganisationRow {
	readonly organisation: OrganisationRow;
	readonly organisationPlace: PlaceRow | null;
	readonly organisationRegion: string | null;
	readonly organisationIsGone: boolean;
	readonly sameAs: PublishedOrganisation['sameAs'] | null;
}

export interface PublishedServiceRow extends PublishedOrganisationRow {
	readonly service: ServiceRow;
	readonly place: PlaceRow | null;
	readonly region: string | null;
	readonly isGone: boolean;
	readonly isConfidential: boolean;
	/** Of the service or of who offers it. */
	readonly changedAt: Date;
	readonly organisationSourceId: string;
	readonly zoneNames: Readonly<Record<string, string>> | null;
}

/** The organisation of a row, through the gate. */
export function organisationOf(row: PublishedOrganisationRow): PublishedOrganisation {
	const {
		placeId,
		modifiedAt,
		goneAt: _g,
		digest: _d,
		importedAt: _i,
		addedBy: _a,
		...told
	} = row.organisation;
	return redactOrganisation({
		...told,
		closures: closuresOf(told.closures),
		employerKind: oneOf(employerKinds, told.employerKind),
		offers: offersOf(told.offers),
		resources: resourcesOf(told.resources),
		place: row.organisationPlace && placeOf(row.organisationPlace),
		placeId,
		region: row.organisationRegion,
		modifiedAt: new Date(modifiedAt),
		gone: row.organisationIsGone,
		sameAs: row.sameAs ?? [],
	});
}

/** The service of a row, through the gate, with who offers it. */
export function serviceOf(row: PublishedServiceRow): PublishedService {
	const { placeId: _p, organisationId: _o, goneAt: _g, digest: _d, importedAt: _i, ...told } = row.service;
	const { addedBy: _a, reviewMonths: _r, modelId: _m, ...own } = told;
	return redactService({
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
		place: row.place && placeOf(row.place),
		placeId: row.place?.id ?? null,
		region: row.region,
		modifiedAt: row.changedAt,
		gone: row.isGone,
		confidential: row.isConfidential,
		organisation: organisationOf(row),
		organisationSourceId: row.organisationSourceId,
		zoneNames: row.zoneNames ?? {},
	});
}
