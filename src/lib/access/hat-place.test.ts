import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	everywhere,
	inOrganisation,
	onTerritory,
	placeBlockedBy,
	placeValue,
	readPlace,
} from './hat-place.ts';

const organisation = inOrganisation('6f1c2d3e-0000-4000-8000-000000000001');
const territory = onTerritory('epci', '246200364');

test('who works for an organisation has one', () => {
	for (const role of ['worker', 'provider'] as const) {
		expect(placeBlockedBy(role, organisation)).toBeUndefined();
		expect(placeBlockedBy(role, territory)).toBe('access.place-needs-organisation');
		expect(placeBlockedBy(role, everywhere)).toBe('access.place-needs-organisation');
	}
});

test('who coordinates has a place to coordinate; an administrator may have the whole platform', () => {
	for (const role of ['facilitator', 'coordinator', 'funder', 'delegate'] as const) {
		expect([placeBlockedBy(role, organisation), placeBlockedBy(role, territory)]).toEqual([
			undefined,
			undefined,
		]);
		expect(placeBlockedBy(role, everywhere)).toBe('access.place-needed');
	}
	expect(placeBlockedBy('administrator', everywhere)).toBeUndefined();
});

test('a place comes back from a form as it was sent, and nothing else is read', () => {
	for (const place of [organisation, territory, everywhere])
		expect(readPlace(placeValue(place))).toEqual(place);
	fc.assert(fc.property(fc.string(), (text) => text === 'partout' || readPlace(text) === undefined));
});
