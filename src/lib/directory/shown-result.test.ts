import { expect, test } from 'vitest';
import { sampleEntry } from './search/sample-entry.ts';
import { showResult } from './shown-result.ts';

const at = new Date('2026-11-23T11:00:00Z');
const shown = (...[different]: Parameters<typeof sampleEntry>) =>
	showResult({ entry: sampleEntry(different), distanceKm: null, score: 0, reasons: [] }, at);

test('what is invented says so on its own line; what is real does not', () => {
	expect(shown({ fictional: true }).fictional).toBe(true);
	expect(shown({ fictional: false }).fictional).toBe(false);
});

test('the distance and the tags stand apart from the other reasons, which make one sentence', () => {
	const entry = sampleEntry({ fee: 'free' });
	const reasons = [
		{ key: 'search.reason.commune', values: { commune: 'Laon' } },
		{ key: 'search.reason.free', values: {} },
		{ key: 'search.reason.open', values: {} },
		{ key: 'search.reason.unconditional', values: {} },
		{ key: 'search.reason.places', values: { places: 2 } },
	] as const;
	const line = showResult({ entry, distanceKm: 0, score: 0, reasons: [...reasons] }, at);
	expect(line).toMatchObject({ open: true, free: true, reasons: 'Accueil sans condition, 2 places libres' });
	expect(line.distance).not.toBeNull();
});

test('what nobody looked at for long is to check', () => {
	expect(shown({ updatedOn: '2026-11-20' }).toCheck).toBe(false);
	expect(shown({ updatedOn: '2024-01-01' }).toCheck).toBe(true);
});
