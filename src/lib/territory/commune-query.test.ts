import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommuneQuery } from './commune-query.ts';

test.each([
	['Lens', { kind: 'name', whole: 'lens', name: 'lens', department: null }],
	['lens 62', { kind: 'name', whole: 'lens 62', name: 'lens', department: '62' }],
	['Lens (62)', { kind: 'name', whole: 'lens 62', name: 'lens', department: '62' }],
	['Saint-Denis, 974', { kind: 'name', whole: 'st denis 974', name: 'st denis', department: '974' }],
	['Ajaccio 2a', { kind: 'name', whole: 'ajaccio 2a', name: 'ajaccio', department: '2A' }],
	['paris 12e', { kind: 'name', whole: 'paris 12', name: 'paris 12', department: null }],
	['62300', { kind: 'code', code: '62300', name: '' }],
	['62300 Lens', { kind: 'code', code: '62300', name: 'lens' }],
	['2a004', { kind: 'code', code: '2A004', name: '' }],
	['50.43, 2.83', { kind: 'point', point: { latitude: 50.43, longitude: 2.83 } }],
	['-21.1;55.5', { kind: 'point', point: { latitude: -21.1, longitude: 55.5 } }],
	['95.1,2', { kind: 'name', whole: '95 1 2', name: '95 1 2', department: null }],
	[' ', { kind: 'nothing' }],
	['(', { kind: 'nothing' }],
] as const)('“%s” is read', (typed, expected) => {
	expect(readCommuneQuery(typed)).toEqual(expected);
});

test('whatever is typed is read, and shortly', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 20_000 }), (typed) => {
			const query = readCommuneQuery(typed);
			if (query.kind === 'name') expect(query.whole.length).toBeLessThan(500);
		}),
		{ numRuns: 50 },
	);
});
