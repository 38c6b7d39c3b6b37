import { expect, test } from 'vitest';
import { packRows, rowAt } from './rows.ts';
import { sampleEntry } from './sample-entry.ts';

test('a row comes back as it was, its description apart', () => {
	const entries = ['Éclair ☕', '', '𝔘nicode “droit”'].map((name, i) =>
		sampleEntry({
			id: `s${i}`,
			name,
			description: 'longue',
			closures: [{ from: '2026-10-01', to: null, reason: null }],
		}),
	);
	const rows = packRows(entries);
	for (const [doc, { description: _, ...listed }] of entries.entries())
		expect(rowAt(rows, doc)).toEqual(listed);
	expect(packRows([]).bytes).toHaveLength(0);
});
