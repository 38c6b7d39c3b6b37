import { expect, test } from 'vitest';
import { dialled, shownPhone } from './phone.ts';

const plain = (phone: string) => shownPhone(phone).replaceAll('\u00a0', ' ');

test('French numbers are read by pairs, whatever their source wrote', () => {
	for (const phone of [
		'+33353010144',
		'0353010144',
		'03.53.01.01.44',
		'03-53-01-01-44',
		'+33 (0)3 53 01 01 44',
	])
		expect(plain(phone)).toBe('03 53 01 01 44');
});

test('short and foreign numbers stay as they are', () => {
	expect(plain('3919')).toBe('3919');
	expect(plain(' +262 262 12 34 56 ')).toBe('+262 262 12 34 56');
	expect(dialled('03 53 01 01 44')).toBe('0353010144');
});
