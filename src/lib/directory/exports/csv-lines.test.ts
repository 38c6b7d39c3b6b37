import { expect, test } from 'vitest';
import { csvLines } from './csv-lines.ts';

test.each([
	['texte', 'texte'],
	['=1+1', "'=1+1"],
	['+33321000000', "'+33321000000"],
	["'=1+1", "''=1+1"],
	["l'été", "l'été"],
	[-4.5, '-4.5'],
	['a "b", c', '"a ""b"", c"'],
	['deux\nlignes', '"deux\nlignes"'],
	[null, ''],
	[[], ''],
	[['jeunes', 'femmes'], '"jeunes,femmes"'],
	[[{ motif: 'a\u2028b' }], '"[{""motif"":""a\\u2028b""}]"'],
])('%j is the cell %s', (value, cell) => {
	expect(csvLines(['a', 'b'], [{ a: value, b: 1 }])).toBe(`${cell},1\r\n`);
});
