import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { codeAddress, newCodeSecret, plainCode, stepOfCode } from './one-time-code.ts';

// RFC 6238, appendix B: the secret « 12345678901234567890 », SHA-1; the RFC's eight digits end with our six.
const secret = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);
const vectors: readonly [number, string][] = [
	[59, '94287082'],
	[1111111109, '07081804'],
	[1111111111, '14050471'],
	[1234567890, '89005924'],
	[2000000000, '69279037'],
	[20000000000, '65353130'],
];

test.each(vectors)('at %i s, the RFC’s code %s is right', (seconds, code) => {
	expect(stepOfCode(secret, code.slice(2), null, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('a code serves once, and so do those before it', () => {
	const [seconds, code] = vectors[2]!;
	const step = stepOfCode(secret, code.slice(2), null, at(seconds))!;
	expect(stepOfCode(secret, code.slice(2), step, at(seconds))).toBeUndefined();
	expect(stepOfCode(secret, code.slice(2), step + 1, at(seconds))).toBeUndefined();
	expect(stepOfCode(secret, code.slice(2), step - 1, at(seconds))).toBe(step);
});

test('a neighbour step is accepted, a further one is not', () => {
	const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 900_000 });
	const accepted = [-60, -30, 0, 30, 60].map(
		(late) => stepOfCode(secret, code, null, at(900 + late)) !== undefined,
	);
	expect(accepted).toEqual([false, true, true, true, false]);
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '12345\u0000'])(
	'« %s » is no code',
	(code) => {
		expect(stepOfCode(secret, code, null, at(59))).toBeUndefined();
	},
);

test('the spaces that applications show are taken out', () => {
	expect(plainCode(' 287 082 ')).toBe('287082');
});

test('the application reads the issuer, the account and the secret', () => {
	const mine = newCodeSecret((bytes) => new Uint8Array(bytes).fill(7));
	expect(mine).toHaveLength(32);
	const address = new URL(codeAddress(mine, 'awa@exemple.test'));
	expect(address.protocol).toBe('otpauth:');
	expect(decodeURIComponent(address.pathname)).toContain('Passerelles:awa@exemple.test');
	expect(address.searchParams.get('secret')).toBe(mine);
});
