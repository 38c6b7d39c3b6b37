import * as z from 'zod';
import type { TextKey } from '../texts/catalogue.ts';

const minLength = 12;

/** A longer input is never hashed nor estimated: it is refused when chosen, and cannot match when typed. */
const maxPasswordLength = 256;

/** Guessing one must cost 50 bits, where tries are limited (CNIL, deliberation 2022-100, case 2). */
const minBits = 50;

/** A password typed to sign in; too long an input is cut, so that it costs no more than another wrong one. */
export const TypedPassword = z
	.string('access.password-missing')
	.min(1, 'access.password-missing')
	.transform((typed) => typed.slice(0, maxPasswordLength + 1).normalize('NFC'));

/** How hard a password is to guess, in bits, and whether it stands whole in a list of common ones. */
interface Strength {
	readonly bits: number;
	readonly common: boolean;
}
export type Estimate = (password: string, about: readonly string[]) => Strength;

export interface Owner {
	readonly email: string;
	readonly name: string;
}

const product = 'passerelles';

/** The words that an attacker who knows the person would try first. */
export const wordsAbout = ({ email, name }: Owner): string[] =>
	[...new Set([product, email, ...email.split(/[@.+_-]/), ...name.split(/[\s'’-]/), name].map(plain))].filter(
		(word) => word.length >= 4,
	);

/**
 * Why a password cannot be chosen, or nothing. Length and strength only: no rule on what it is made of, no forced
 * renewal (ASVS 5.0, 6.2.5; CNIL 2022).
 */
export function passwordBlockedBy(password: string, owner: Owner, estimate: Estimate): TextKey | undefined {
	if (password.length < minLength) return 'access.password-short';
	if (password.length > maxPasswordLength) return 'access.password-long';
	const about = wordsAbout(owner);
	const typed = plain(password);
	if (about.some((word) => typed.includes(word))) return 'access.password-about-you';
	const { bits, common } = estimate(password, about);
	if (common) return 'access.password-common';
	return bits < minBits ? 'access.password-weak' : undefined;
}

/** Lower case, without accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A password being chosen: whole or refused, never cut. */
export const NewPassword = z
	.string('access.password-missing')
	.min(1, 'access.password-missing')
	.max(10_000, 'access.password-long')
	.transform((typed) => typed.normalize('NFC'));
