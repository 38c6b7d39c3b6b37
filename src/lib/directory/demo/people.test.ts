import { expect, test } from 'vitest';
import { roles } from '../../actor.ts';
import { demoPassword, demoPeople } from './people.ts';
import { firstSeats } from './seats.ts';

test('somebody wears every hat but the machine’s, and one person wears two', () => {
	const worn = new Set(demoPeople.flatMap(({ hats }) => hats.map(({ role }) => role)));
	expect(worn).toEqual(new Set(roles.filter((role) => role !== 'integrator')));
	expect(demoPeople.filter(({ hats }) => hats.length === 2)).toHaveLength(1);
});

test('each has an address of one’s own that leads nowhere', () => {
	const addresses = demoPeople.map(({ email }) => email);
	expect(new Set(addresses).size).toBe(demoPeople.length);
	for (const address of addresses) expect(address).toMatch(/^[a-z]+@demo\.example\.org$/);
	expect(demoPassword.length).toBeGreaterThanOrEqual(20);
});

test('a hat is worn in one of the first organisations, or over a territory', () => {
	const ranks = firstSeats.map((_, index) => `demo--org-${String(index + 1).padStart(4, '0')}`);
	for (const { organisationSourceId, territory } of demoPeople.flatMap(({ hats }) => hats)) {
		expect((organisationSourceId === null) !== (territory === null)).toBe(true);
		if (organisationSourceId) expect(ranks).toContain(organisationSourceId);
	}
});
