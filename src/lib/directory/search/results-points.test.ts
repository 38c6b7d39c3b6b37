import { expect, test } from 'vitest';
import { pageSize, readAddress } from './address.ts';
import { resultsPoints } from './results-points.ts';
import { sampleEntry } from './sample-entry.ts';

const pointsOf = (page: number, ...entries: ReturnType<typeof sampleEntry>[]) =>
	resultsPoints({
		filters: { ...readAddress(new URLSearchParams()), page },
		found: { results: entries.map((entry) => ({ entry, distanceKm: null, reasons: [], score: 0 })) },
	});

test('a result without a place leaves its number to nobody', () => {
	const nowhere = sampleEntry({ id: 'b', latitude: null, longitude: null });
	const points = pointsOf(1, sampleEntry({ id: 'a' }), nowhere, sampleEntry({ id: 'c' }));
	expect(points.map(({ id, number, href }) => [id, number, href])).toEqual([
		['a', 1, '/services/a'],
		['c', 3, '/services/c'],
	]);
});

test('the second page goes on counting; what is not placed exactly says so', () => {
	const [exact, rough] = pointsOf(
		2,
		sampleEntry({ position: 'given' }),
		sampleEntry({ position: 'commune' }),
	);
	expect([exact?.number, rough?.number]).toEqual([pageSize + 1, pageSize + 2]);
	expect([exact?.approximate, rough?.approximate]).toEqual([false, true]);
});
