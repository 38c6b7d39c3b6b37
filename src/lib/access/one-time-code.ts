import { Secret, TOTP } from 'otpauth';

const period = 30;
const issuer = 'Passerelles';

/** Twenty random bytes, as RFC 4226 section 4 recommends, in base 32 for the person's application. */
export const newCodeSecret = (random: (bytes: number) => Uint8Array): string =>
	new Secret({ buffer: Uint8Array.from(random(20)).buffer }).base32;

const generator = (secret: string, label = ''): TOTP =>
	new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });

/** The address that an authenticator application reads in the QR code. */
export const codeAddress = (secret: string, email: string): string => generator(secret, email).toString();

/** Six digits, with the spaces that applications show between them. */
export const plainCode = (typed: string): string => typed.replace(/\s/g, '');

/**
 * The 30-second step that a code belongs to, when it is the present one or a neighbour (clocks differ); nothing for a
 * wrong code, or one of a step already used: a code serves once (RFC 6238, section 5.2).
 */
export function stepOfCode(
	secret: string,
	code: string,
	lastStep: number | null,
	at: Date,
): number | undefined {
	if (!/^\d{6}$/.test(code)) return undefined;
	const timestamp = at.getTime();
	const delta = generator(secret).validate({ token: code, timestamp, window: 1 });
	if (delta === null) return undefined;
	const step = Math.floor(timestamp / 1000 / period) + delta;
	return lastStep !== null && step <= lastStep ? undefined : step;
}
