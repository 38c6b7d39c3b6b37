import type { ParsedRow } from '../directory/formats/row.ts';
import { type Organisation, type Place, plainOrganisation } from '../directory/organisation.ts';
import { plainService, type Service } from '../directory/service.ts';

/** A place in Lens, as a source tells it. */
export const lens: Place = {
	address: '1 rue de Paris',
	addressMore: null,
	postcode: '62300',
	communeName: 'Lens',
	inseeCode: '62498',
	communeCode: null,
	longitude: 2.83,
	latitude: 50.43,
	position: 'given',
};

/** An organisation that the source « dora » tells. */
export const anOrganisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
	source: 'dora',
	sourceId: `dora--${id}`,
	name: `Maison ${id}`,
	description: null,
	link: null,
	siret: null,
	phone: null,
	email: null,
	website: null,
	openingHours: null,
	accessibilityUrl: null,
	networks: [],
	place: lens,
	updatedOn: '2026-10-01',
	fictional: false,
	...plainOrganisation,
	...more,
});

/** A service of the organisation `dora--<organisationId>`. */
export const aService = (id: string, organisationId: string, more: Partial<Service> = {}): Service => ({
	source: 'dora',
	sourceId: `dora--${id}`,
	organisationSourceId: `dora--${organisationId}`,
	name: `Aide ${id}`,
	description: 'Une aide.',
	link: null,
	kind: 'support',
	topics: ['mobilite--preparer-un-permis'],
	fee: 'free',
	feeDetails: null,
	audiences: ['everyone'],
	audienceDetails: null,
	conditions: null,
	welcomeModes: ['on-site'],
	zone: [],
	phone: null,
	email: null,
	contactName: null,
	mobilisationLink: null,
	mobilisationModes: [],
	mobilisableBy: [],
	mobilisationDetails: null,
	weeklyHours: null,
	weeks: null,
	openingHours: null,
	place: lens,
	updatedOn: '2026-10-01',
	fictional: false,
	...plainService,
	...more,
});

/** Lines of a file, each telling one entry. */
export const linesOf = (...entries: (Organisation | Service)[]): ParsedRow[] =>
	entries.map((entry, i) => ({
		line: i + 2,
		organisation: 'organisationSourceId' in entry ? null : entry,
		service: 'organisationSourceId' in entry ? entry : null,
		problems: [],
		warnings: [],
		about: [],
	}));
