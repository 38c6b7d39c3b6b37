import type { TextKey } from '#lib/texts/catalogue.ts';

/** Figures as they are kept: what people put between them does not count. */
export const plainPin = (typed: string): string =>
	typed
		.normalize('NFKC')
		.replace(/[\s.,_–-]/gu, '')
		.replace(/\p{Nd}/gu, figure);

/** Six figures: 19.9 bits, never enough alone; beside a card they make the 50 bits that CNIL asks. */
export const looksLikePin = (pin: string): boolean => /^[0-9]{6}$/.test(pin);

/** Why this PIN may not be chosen, if it may not: the first ones that anybody would try. */
export function whyNotPin(pin: string): TextKey | undefined {
	if (!looksLikePin(pin)) return 'own-space.pin-form';
	return isCommon(pin) ? 'own-space.pin-common' : undefined;
}

/** The same figure, a run up or down, a pair or a half repeated. */
function isCommon(pin: string): boolean {
	const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
	const [only] = steps;
	if (steps.size === 1 && only !== undefined && Math.abs(only) <= 1) return true;
	return pin === pin.slice(0, 2).repeat(3) || pin === pin.slice(0, 3).repeat(2);
}

/** Arabic and Persian keyboards have figures of their own. */
function figure(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	const zero = [0x30, 0x660, 0x6f0].find((first) => code >= first && code < first + 10);
	return zero === undefined ? digit : String(code - zero);
}
