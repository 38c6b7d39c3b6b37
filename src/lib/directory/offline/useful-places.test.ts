import { expect, test } from 'vitest';
import { sampleEntry } from '../search/sample-entry.ts';
import { kindsOf, usefulPlaces } from './useful-places.ts';

const food = sampleEntry({ topics: ['equipement-et-alimentation--alimentation'] });
const one = () => 1;

test('when all fits, nothing is left out', () => {
	expect(usefulPlaces([food, { ...food, id: 'b' }], 10, one)).toMatchObject({ left: 0 });
});

test('who welcomes everybody comes before what is only free, then what can be called', () => {
	const entries = [
		{ ...food, id: 'plain', updatedOn: '2026-11-01' },
		{ ...food, id: 'called', phone: '03 23 00 00 00' },
		{ ...food, id: 'free', fee: 'free' as const },
		{ ...food, id: 'open', welcome: 'unconditional' as const },
	];
	const { kept, left, leftOf } = usefulPlaces(entries, 3, one);
	expect(kept.map(({ id }) => id)).toEqual(['open', 'free', 'called']);
	expect([left, leftOf.get('se-nourrir')]).toEqual([1, 1]);
});

test('a need with many places does not starve one with few', () => {
	const many = Array.from({ length: 50 }, (_, i) => ({ ...food, id: `f${i}`, fee: 'free' as const }));
	const health = sampleEntry({ id: 'h', topics: ['sante--acces-aux-soins'] });
	const { kept, leftOf } = usefulPlaces([...many, health], 5, one);
	expect(kept.map(({ id }) => id)).toContain('h');
	expect(leftOf.get('se-nourrir')).toBe(46);
});

test('a place is under each need that it answers, or under none of them', () => {
	expect(kindsOf({ topics: ['numerique--x', 'sante--y'] })).toEqual(['se-soigner', 'droits']);
	expect(kindsOf({ topics: [] })).toEqual(['autre']);
});
