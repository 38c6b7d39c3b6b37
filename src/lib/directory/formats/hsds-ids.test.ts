import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stop } from '../service.ts';
import { idOf, serviceAtLocationId, serviceIdsBehind } from './hsds-ids.ts';

const stop: Stop = {
	name: 'Place du marché',
	address: null,
	communeCode: '62498',
	longitude: 2.83,
	latitude: 50.43,
	openingHours: null,
	dates: ['2026-11-24'],
};

test('the same words give the same id, of version 5', () => {
	expect(idOf('taxonomy', 'publics')).toBe(idOf('taxonomy', 'publics'));
	expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
	expect(idOf('taxonomy')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('a service is found again from where it is offered', () => {
	fc.assert(
		fc.property(fc.uuid({ version: 4 }), fc.boolean(), (serviceId, atStop) => {
			const id = serviceAtLocationId(serviceId, atStop ? stop : null);
			const [first, last] = serviceIdsBehind(id)!;
			expect(first <= serviceId && serviceId <= last).toBe(true);
			expect(id).not.toBe(serviceId);
		}),
	);
	const service = '3a19ff88-4620-4d17-9830-ac1d859eb5d5';
	expect(serviceAtLocationId(service, stop)).not.toBe(serviceAtLocationId(service, null));
	expect(serviceAtLocationId(service, stop)).not.toBe(serviceAtLocationId(service, { ...stop, dates: [] }));
	expect(serviceIdsBehind(service)).toBeUndefined();
});
