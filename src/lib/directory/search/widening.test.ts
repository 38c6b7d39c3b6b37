import { expect, test } from 'vitest';
import { everything } from './query.ts';
import { laon, northOfLaon, sampleEntry, sampleIsOpen } from './sample-entry.ts';
import { buildIndex } from './search.ts';
import { widerRadius } from './widening.ts';

const index = buildIndex([
	sampleEntry({ id: 'permis', name: 'Permis', ...northOfLaon(25) }),
	sampleEntry({ id: 'cv', name: 'Atelier CV', ...northOfLaon(80) }),
]);
const widen = (words: string, radiusKm: number) =>
	widerRadius(index, { ...everything, near: laon, words, radiusKm }, new Date('2026-10-20'), sampleIsOpen);

test('the smallest radius offered that gives something', () => {
	expect(widen('permis', 10)).toBe(30);
	expect(widen('permis', 30)).toBe(50);
	expect(widen('cv', 5)).toBe(100);
});

test('none when nothing is near, or when no place was asked', () => {
	expect(widen('logement', 10)).toBeNull();
	expect(widerRadius(index, everything, new Date(), sampleIsOpen)).toBeNull();
});
