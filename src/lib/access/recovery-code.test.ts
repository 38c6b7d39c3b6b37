import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainCode } from './one-time-code.ts';
import { isRecoveryCode, newRecoveryCodes, sheetSize, shownRecoveryCode } from './recovery-code.ts';

test('ten codes, all different, whatever chance gives; shown by fours and typed as shown', () => {
	fc.assert(
		fc.property(fc.infiniteStream(fc.nat({ max: 10 ** 12 - 1 })), (chance) => {
			const codes = newRecoveryCodes(() => chance.next().value);
			expect(new Set(codes).size).toBe(sheetSize);
			expect(codes.every(isRecoveryCode)).toBe(true);
			expect(codes.map((code) => plainCode(shownRecoveryCode(code)))).toEqual(codes);
		}),
	);
	expect(shownRecoveryCode('012345678901')).toBe('0123 4567 8901');
});

test('the code of a telephone is not one of them', () => {
	expect(['123456', '1234567890123', '12345678901a', ''].some(isRecoveryCode)).toBe(false);
});
