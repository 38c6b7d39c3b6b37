import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommuneList } from './commune-list.ts';
import { isSetCode, setCode } from './set-code.ts';

test('lines, commas, semicolons and cells all separate; each thing stands once', () => {
	const typed = readCommuneList(' Lens,Liévin;\r\n62065\tLens\n\n').map((place) => place.typed);
	expect(typed).toEqual(['Lens', 'Liévin', '62065']);
});

test('the codes of a département and of an EPCI are known by their form', () => {
	const codes = readCommuneList('62, 2a, 974, 246200364, 62498').map(({ territoryCode }) => territoryCode);
	expect(codes).toEqual(['62', '2A', '974', '246200364', null]);
});

test('anything at all is read, and the code of a set is always one', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
			for (const { typed } of readCommuneList(text)) expect(typed.trim()).toBe(typed);
			expect(isSetCode(setCode(text))).toBe(true);
		}),
	);
});
