import fc from 'fast-check';
import { networks } from '../directory/formats/data-inclusion-networks.ts';
import {
	acceptances,
	type Closure,
	employerKinds,
	type Offer,
	offerKinds,
	type Place,
	type Resource,
	resourceKinds,
} from '../directory/organisation.ts';
import type { PublishedOrganisation, PublishedService } from '../directory/publishing/entry.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	type Stop,
	saturations,
	serviceKinds,
	welcomeModes,
	welcomes,
} from '../directory/service.ts';
import { topics } from '../directory/topic.ts';

// Entries as any source may tell them: right by the rules of the nouns, and as odd as these allow.

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const text = (min: number, max: number) =>
	fc
		.string({ minLength: min, maxLength: max, unit: 'grapheme' })
		.map((given) => given.replaceAll('\0', ' ').trim())
		.filter((given) => [...given].length >= min);
const day = fc
	.date({ min: new Date('2020-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const later = (from: string, days: number) =>
	new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
const email = fc.constantFrom('contact@exemple.fr', 'a.b+c@asso-62.example.org');
const link = fc.webUrl({ validSchemes: ['https', 'http'] }).filter((url) => url.length < 200);
const phone = fc.constantFrom('03 21 00 00 00', '+33321000000', '39 49');
const hours = fc.constantFrom(
	'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
	'24/7',
	'Mo,We 18:00-02:00',
	'Jan-Jun Mo 09:00-12:00',
	'Mo[1] 14:00-16:00',
	'Tu 09:00-12:00 "sur rendez-vous"',
	'sur rendez-vous',
);

export const anyPlace: fc.Arbitrary<Place> = fc
	.record({
		address: orNull(text(1, 40)),
		addressMore: orNull(text(1, 20)),
		postcode: orNull(fc.constantFrom('62300', '2A000', '75011').filter((code) => /^\d{5}$/.test(code))),
		communeName: orNull(text(1, 20)),
		inseeCode: orNull(fc.constantFrom('62498', '2A004', '75111')),
		point: orNull(
			fc.record({
				longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((x) => x + 0),
				latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((x) => x + 0),
			}),
		),
	})
	.map(({ point, ...place }) => ({
		...place,
		communeCode: null,
		longitude: point?.longitude ?? null,
		latitude: point?.latitude ?? null,
		position: point ? ('given' as const) : ('unknown' as const),
	}))
	.filter(({ position, ...place }) => Object.values(place).some((value) => value !== null));

const closure: fc.Arbitrary<Closure> = fc
	.record({ from: day, days: orNull(fc.nat(60)), reason: orNull(text(1, 20)) })
	.map(({ from, days, reason }) => ({ from, to: days === null ? null : later(from, days), reason }));

const stop: fc.Arbitrary<Stop> = fc.record({
	name: text(1, 20),
	address: orNull(text(1, 30)),
	communeCode: orNull(fc.constantFrom('62498', '2A004')),
	longitude: fc.integer({ min: -180, max: 180 }),
	latitude: fc.integer({ min: -90, max: 90 }),
	openingHours: orNull(hours),
	dates: fc.uniqueArray(day, { maxLength: 3 }),
});

const offer: fc.Arbitrary<Offer> = fc.record({
	kind: fc.constantFrom(...offerKinds),
	title: text(3, 30),
	romeCode: orNull(fc.constantFrom('K1302', 'A1203')),
	description: orNull(text(1, 40)),
	accepts: fc.subarray([...acceptances]),
	places: orNull(fc.nat(20)),
	until: orNull(day),
});

const resource: fc.Arbitrary<Resource> = fc.record({
	direction: fc.constantFrom('offered', 'sought'),
	kind: fc.constantFrom(...resourceKinds),
	title: text(3, 30),
	description: orNull(text(1, 40)),
	until: orNull(day),
});

const known = {
	id: fc.uuid({ version: 4 }),
	placeId: orNull(fc.uuid({ version: 4 })),
	region: orNull(fc.constantFrom('Hauts-de-France', 'Corse')),
	verifiedOn: orNull(day),
	modifiedAt: fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
	gone: fc.boolean(),
	mergedInto: orNull(fc.uuid({ version: 4 })),
};

const both = {
	source: fc.constant('dora'),
	name: text(3, 60),
	link: orNull(link),
	phone: orNull(phone),
	email: orNull(email),
	openingHours: orNull(hours),
	place: orNull(anyPlace),
	updatedOn: day,
	fictional: fc.boolean(),
	languages: fc.subarray(['fr', 'ar', 'uk', 'fsl', 'prs']),
	closures: fc.array(closure, { maxLength: 2 }),
	confidential: fc.boolean(),
	contactPrivate: fc.boolean(),
};

export const anyOrganisation: fc.Arbitrary<PublishedOrganisation> = fc.record({
	...known,
	...both,
	sourceId: fc.nat(1_000_000).map((n) => `dora--o${n}`),
	description: orNull(text(5, 200)),
	siret: orNull(fc.constantFrom('20009320100016', '01234567890123')),
	website: orNull(link),
	accessibilityUrl: orNull(fc.constant('https://acceslibre.beta.gouv.fr/app/62-lens/a/x/erp/y/')),
	networks: fc.subarray([...networks], { maxLength: 4 }),
	employerKind: orNull(fc.constantFrom(...employerKinds)),
	offers: fc.array(offer, { maxLength: 2 }),
	resources: fc.array(resource, { maxLength: 2 }),
	sameAs: fc.constant([]),
});

export const anyService: fc.Arbitrary<PublishedService> = fc
	.record({
		...known,
		...both,
		sourceId: fc.nat(1_000_000).map((n) => `dora--s${n}`),
		organisation: anyOrganisation,
		description: text(5, 300),
		kind: orNull(fc.constantFrom(...serviceKinds)),
		topics: fc.subarray([...topics], { maxLength: 4 }),
		fee: orNull(fc.constantFrom(...fees)),
		feeDetails: orNull(text(1, 40)),
		audiences: fc.oneof(
			fc.constant(['everyone' as const]),
			fc.subarray(audiences.filter((one) => one !== 'everyone')),
		),
		audienceDetails: orNull(text(1, 40)),
		conditions: orNull(text(1, 40)),
		welcomeModes: fc.subarray([...welcomeModes]),
		zone: fc.subarray(['62', '62498', '200033579', '99100', 'france', '2A']),
		zoneNames: fc.constant({ 62: 'Pas-de-Calais' }),
		contactName: orNull(text(1, 30)),
		mobilisationLink: orNull(link),
		mobilisationModes: fc.subarray([...mobilisationModes]),
		mobilisableBy: fc.subarray([...mobilisers]),
		mobilisationDetails: orNull(text(1, 40)),
		weeklyHours: orNull(fc.double({ min: 0, max: 40, noNaN: true }).map((x) => x + 0)),
		weeks: orNull(fc.integer({ min: 1, max: 52 })),
		capacity: orNull(fc.nat(500)),
		placesLeft: orNull(fc.nat(500)),
		saturation: orNull(fc.constantFrom(...saturations)),
		welcome: orNull(fc.constantFrom(...welcomes)),
		stops: fc.uniqueArray(stop, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
		responseDays: orNull(fc.nat(90)),
	})
	.map((service) => ({ ...service, organisationSourceId: service.organisation.sourceId }));
