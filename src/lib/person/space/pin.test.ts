import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikePin, plainPin, whyNotPin } from './pin.ts';

test.each(['000000', '111111', '123456', '654321', '012345', '121212', '123123', '999999'])(
	'%s is the first that anybody would try',
	(pin) => expect(whyNotPin(pin)).toBe('own-space.pin-common'),
);

test.each(['246813', '135790', '001122', '908172'])('%s may be chosen', (pin) =>
	expect(whyNotPin(pin)).toBeUndefined(),
);

test('figures of an Arabic or Persian keyboard, with spaces, are the same', () => {
	expect(plainPin('٢٤٦ ٨١٣')).toBe('246813');
	expect(plainPin('۲۴۶-۸۱۳')).toBe('246813');
});

test('whatever is typed, only six figures pass, and very few of them are refused', () => {
	fc.assert(
		fc.property(
			fc.string(),
			(typed) => looksLikePin(plainPin(typed)) || whyNotPin(plainPin(typed)) !== undefined,
		),
	);
	const all = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, '0'));
	expect(all.filter((pin) => whyNotPin(pin)).length).toBeLessThan(1200);
});
