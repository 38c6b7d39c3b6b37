/** Letters that no ear nor handwriting confuses with a figure: neither I nor O. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 8;

/** How long a card serves, in months. */
export const cardMonths = 12;

/** Eight of 24 letters, each as likely: 36 bits, tried a few times a quarter of an hour at most. */
export function newPersonCode(random: (bytes: number) => Uint8Array): string {
	const even = 256 - (256 % alphabet.length);
	let code = '';
	while (code.length < length)
		for (const byte of random(length))
			if (byte < even && code.length < length) code += alphabet[byte % alphabet.length];
	return code;
}

/** As it is said aloud: « ABCD EFGH ». */
export const saidCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** A code as it is compared: in capitals, without accents nor what people put between its letters. */
export const plainPersonCode = (typed: string): string =>
	typed
		.normalize('NFD')
		.replace(/[\p{M}\s.,_–-]/gu, '')
		.toUpperCase();

/** Anything else was never a code of ours. */
export const looksLikePersonCode = (code: string): boolean =>
	code.length === length && [...code].every((letter) => alphabet.includes(letter));
