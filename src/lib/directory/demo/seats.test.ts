import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realCommunes } from '../../testing/real-communes.ts';
import { apportion, firstSeats, seatOrganisations } from './seats.ts';

describe('seats', () => {
	test('are shared out to the last one, each share within one of its due', () => {
		const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(shares, fc.nat(500), (parts, count) => {
				const total = parts.reduce((sum, part) => sum + part, 0);
				const seats = apportion(parts, count);
				expect(seats.reduce((sum, seat) => sum + seat, 0)).toBe(count);
				for (const [index, seat] of seats.entries()) {
					expect(Math.abs(seat - (parts[index]! / total) * count)).toBeLessThan(1);
				}
			}),
		);
	});

	test('begin with those of the demo people, whatever the seed', () => {
		for (const seed of [1, 2]) {
			const first = seatOrganisations(seed, realCommunes(), 400).slice(0, firstSeats.length);
			expect(first.map(({ kind, commune }) => [kind, commune.code])).toEqual(firstSeats);
		}
	});

	test('refuse a region without the towns of the demo people', () => {
		const elsewhere = realCommunes().filter(({ code }) => code !== '62498');
		expect(() => seatOrganisations(1, elsewhere, 400)).toThrow('62498');
	});
});
