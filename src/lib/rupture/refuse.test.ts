import { expect, test } from 'vitest';
import { factRefusedBecause } from './refuse.ts';

const now = Date.parse('2026-11-23T22:30:00Z'); // half past eleven in Paris
const contact = (day: string, at = now) =>
	({ kind: 'contact', at, person: 'nadia', day, way: 'phone' }) as const;

test('what did not happen yet is not kept', () => {
	expect(factRefusedBecause(contact('2026-11-23'), now)).toBeUndefined();
	expect(factRefusedBecause(contact('2026-11-24'), now)).toBe('rupture.fact-in-future');
	expect(factRefusedBecause(contact('2026-11-20', now + 1000), now)).toBe('rupture.fact-in-future');
	expect(
		factRefusedBecause(
			{ kind: 'ending-noted', at: now, pathway: 'hers', ending: 'permit', what: 'paper', day: '2027-01-01' },
			now,
		),
	).toBeUndefined();
});
