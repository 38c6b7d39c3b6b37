import openingHours from 'opening_hours';
import { describe, expect, test } from 'vitest';
import { realCommunes } from '../../testing/real-communes.ts';
import { closureOn } from '../closure.ts';
import type { Organisation, Place } from '../organisation.ts';
import { audiences, mobilisationModes, type Service, serviceKinds } from '../service.ts';
import { topics } from '../topic.ts';
import { checkDigit, fictionalPhone } from './contacts.ts';
import { typeset } from './french.ts';
import { coming } from './manners.ts';
import { demoRegion } from './region.ts';

const today = '2026-11-23';
const region = demoRegion({ seed: 1, today, communes: realCommunes() });
const { organisations, services } = region;
const placesOf = (owners: readonly { place: Place | null }[]): Place[] =>
	owners.flatMap(({ place }) => (place ? [place] : []));

describe('the demo region', () => {
	test('is the same for one seed, and another for another', () => {
		expect(demoRegion({ seed: 1, today, communes: realCommunes() })).toEqual(region);
		expect(demoRegion({ seed: 1, today, communes: realCommunes().reverse() })).toEqual(region);
		expect(demoRegion({ seed: 2, today, communes: realCommunes() })).not.toEqual(region);
	});

	test('holds 400 organisations and 1,200 services, none without its owner', () => {
		expect([organisations.length, services.length]).toEqual([400, 1200]);
		const ids = new Set(organisations.map(({ sourceId }) => sourceId));
		expect(ids.size).toBe(400);
		expect(new Set(services.map(({ organisationSourceId }) => organisationSourceId))).toEqual(ids);
		expect(new Set(services.map(({ sourceId }) => sourceId)).size).toBe(1200);
		for (const each of [...organisations, ...services]) {
			expect([each.source, each.fictional]).toEqual(['demo', true]);
		}
	});

	test('stands in the three territories, with a CCAS in each town', () => {
		const here = placesOf(organisations).map(({ communeCode }) => communeCode);
		for (const { epciCode } of region.territories) {
			expect(realCommunes().some((each) => each.epciCode === epciCode && here.includes(each.code))).toBe(
				true,
			);
		}
		const names = organisations.map(({ name }) => name).filter((name) => name.startsWith('CCAS'));
		for (const { name } of realCommunes().filter(({ population }) => population >= 3000)) {
			expect(names.some((each) => each.endsWith(name.replace(/^Le /, '')))).toBe(true);
		}
	});

	test('answers every topic and every audience, and uses every word of the closed lists', () => {
		for (const topic of topics)
			expect([topic, services.filter((each) => each.topics[0] === topic).length >= 5]).toEqual([topic, true]);
		expect(new Set(services.flatMap((each) => each.topics)).difference(new Set(topics)).size).toBe(0);
		expect(new Set(services.flatMap((each) => each.audiences))).toEqual(new Set(audiences));
		expect(new Set(services.flatMap((each) => each.mobilisationModes))).toEqual(new Set(mobilisationModes));
		expect(new Set(services.map(({ kind }) => kind))).toEqual(new Set([...serviceKinds, null]));
		const alone = services.filter((each) => each.audiences.includes('everyone') && each.audiences.length > 1);
		expect(alone).toEqual([]);
	});

	test('sets every field somewhere, and leaves empty somewhere those that may be', () => {
		const {
			source: _1,
			sourceId: _2,
			name: _3,
			updatedOn: _4,
			fictional: _5,
			...optional
		} = organisations[0]!;
		expectBoth(organisations, keysOf(optional));
		const { description: _d, organisationSourceId: _o, topics: _t, audiences: _a, ...rest } = services[0]!;
		const { source: _6, sourceId: _7, name: _8, updatedOn: _9, fictional: _10, ...ofService } = rest;
		expectBoth(services, keysOf(ofService));
		const place = placesOf(organisations)[0]!;
		const { position: _p, ...ofPlace } = place;
		expectBoth(placesOf(organisations), keysOf(ofPlace));
		expect(new Set(placesOf(services).map(({ position }) => position)).size).toBe(3);
	});

	test('dates every update by today at the latest, some of them long ago', () => {
		const dates = [...organisations, ...services].map(({ updatedOn }) => updatedOn);
		for (const date of dates) {
			expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);
			expect(date <= today).toBe(true);
		}
		expect(dates.filter((date) => date < '2026-05-23').length).toBeGreaterThan(400);
		expect(dates.filter((date) => date < '2024-11-23').length).toBeGreaterThan(100);
	});

	test('leads to nobody real: reserved domains and numbers, impossible SIRET', () => {
		for (const { phone, email } of [...organisations, ...services]) {
			if (phone) expect(phone).toMatch(fictionalPhone);
			if (email) expect(email).toMatch(/^[a-z]+@[a-z0-9-]{1,63}\.example\.org$/);
		}
		const links = [
			...organisations.flatMap((each) => [each.link, each.website, each.accessibilityUrl]),
			...services.flatMap((each) => [each.link, each.mobilisationLink]),
		];
		for (const link of links) if (link) expect(new URL(link).hostname).toMatch(/\.example\.org$/);
		for (const { siret } of organisations) {
			if (siret) expect([siret.length, checkDigit(siret.slice(0, 13))]).not.toEqual([14, Number(siret[13])]);
		}
	});

	test('promises no means that it has not', () => {
		for (const each of services) {
			const has = { phone: each.phone, email: each.email, link: each.mobilisationLink, visit: each.place };
			for (const mode of each.mobilisationModes)
				expect([each.sourceId, mode, has[mode] !== null]).toEqual([each.sourceId, mode, true]);
			for (const [mode, sentences] of Object.values(coming).flatMap((ways) => Object.entries(ways))) {
				const said = sentences.some((sentence) => each.description.includes(typeset(sentence)));
				if (said) expect([each.sourceId, ...each.mobilisationModes]).toContain(mode);
			}
		}
	});

	test('keeps hours that the library of opening hours reads without a warning', () => {
		const france = { lat: 50.43, lon: 2.83, address: { country_code: 'fr', state: 'Hauts-de-France' } };
		const rounds = services.flatMap(({ stops }) => stops);
		expect(rounds.length).toBeGreaterThan(9);
		const written = new Set(
			[...organisations, ...services, ...rounds].flatMap((each) => each.openingHours ?? []),
		);
		expect(written.size).toBeGreaterThan(60);
		for (const hours of written)
			expect([hours, new openingHours(hours, france).getWarnings()]).toEqual([hours, []]);
	});

	test('tells a living day: some closed today, offers by occupation, places that fit', () => {
		const closedToday = [...organisations, ...services].filter((each) => closureOn(each.closures, today));
		expect(closedToday.length).toBeGreaterThan(20);
		const offers = organisations.flatMap((each) => each.offers);
		expect(offers.length).toBeGreaterThan(30);
		for (const { romeCode, until } of offers) {
			expect(romeCode).toMatch(/^[A-N]\d{4}$/);
			expect(until === null || until > today).toBe(true);
		}
		for (const { placesLeft, capacity } of services) {
			expect((placesLeft ?? 0) <= (capacity ?? 0)).toBe(true);
		}
	});

	test('puts points in their communes, and says when the centre is only approximate', () => {
		const centres = new Map(realCommunes().map((commune) => [commune.code, commune]));
		for (const place of placesOf([...organisations, ...services])) {
			const centre = centres.get(place.communeCode ?? '');
			expect(place.latitude === null).toBe(place.position === 'unknown');
			if (!centre || place.latitude === null || place.longitude === null) continue;
			expect(place.position).toBe(centre.position === 'approximate' ? 'approximate' : 'given');
			const north = (place.latitude - centre.latitude) * 111.2;
			const east = (place.longitude - centre.longitude) * 111.2 * Math.cos((centre.latitude * Math.PI) / 180);
			expect(Math.hypot(north, east)).toBeLessThan(1.51);
		}
	});
});

const keysOf = <T extends object>(value: T) => Object.keys(value) as (keyof T)[];

function expectBoth<T extends Organisation | Service | Place>(
	owners: readonly T[],
	fields: readonly (keyof T)[],
): void {
	const empty = (value: unknown) =>
		value === null || value === false || (Array.isArray(value) && value.length === 0);
	for (const field of fields) {
		const set = owners.filter((each) => !empty(each[field])).length;
		expect([field, set > 0, set < owners.length]).toEqual([field, true, true]);
	}
}
