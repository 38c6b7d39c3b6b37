import { expect, test } from 'vitest';
import { covers } from './zone.ts';

const laon = { latitude: 49.56, longitude: 3.62, label: 'Laon', communeCode: '02408', epciCode: '200043495' };
const point = { latitude: 49.56, longitude: 3.62, label: 'ma position' };
const saintPaul = { ...point, communeCode: '97415' };

test.each([
	['no zone', [], laon, true],
	['France', ['france'], point, true],
	['France by its code', ['99100'], laon, true],
	['another country', ['99127'], laon, false],
	['the commune', ['02408'], laon, true],
	['the département of the commune', ['02'], laon, true],
	['an overseas département', ['974'], saintPaul, true],
	['the EPCI', ['200043495'], laon, true],
	['one of several', ['60', '02408'], laon, true],
	['other places only', ['60', '80021', '200067999'], laon, false],
	['an EPCI when that of the searcher is unknown', ['200067999'], saintPaul, undefined],
	['a département when only a point is known', ['60'], point, undefined],
	['a commune when only the département is known', ['02408'], { ...point, departmentCode: '02' }, undefined],
])('%s', (_, zone, near, expected) => {
	expect(covers(zone, near)).toBe(expected);
});
