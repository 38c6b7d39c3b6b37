import { isEmail, isLink } from '../formats/data-inclusion-rules.ts';

const number = /(?:\+|00)?\(?\d(?:[\s.\-/()\u00a0\u202f\u2011]{0,3}\d){1,15}/g;

/** Telephone numbers in a text, French ones as ten digits: « +33 (0)4 50 56 87 49 » is `0450568749`. */
export function phonesIn(text: string): string[] {
	const found = [...text.slice(0, 500).matchAll(number)].flatMap(([told]) => numbersOf(told));
	return [...new Set(found)];
}

/** Two numbers parted by a slash or a dash read as one: they are cut by their length. */
function numbersOf(told: string): string[] {
	const digits = told.replace(/\D/g, '');
	const national = told.trim().startsWith('+') || digits.startsWith('00') ? fromAbroad(digits) : digits;
	if (/^0[1-9]\d{8}0[1-9]\d{8}$/.test(national)) return [national.slice(0, 10), national.slice(10)];
	if (/^[1-9]\d{8}$/.test(national)) return [`0${national}`];
	if (national.startsWith('+') || /^0[1-9]\d{8}$/.test(national)) return [national];
	return /^(?:1\d{1,2}|1\d{4,5}|3\d{3})$/.test(national) ? [national] : [];
}

/** France's prefixes, overseas ones included, come back to a zero; the others keep their sign. */
function fromAbroad(digits: string): string {
	const number = digits.replace(/^00/, '');
	const [, national] = /^(?:33|262|508|590|594|596)0?(\d{9})$/.exec(number) ?? [];
	return national === undefined ? `+${number}` : `0${national}`;
}

/** E-mail addresses in a text: « a@b.fr - c@d.fr », « Accueil <a@b.fr> », « mailto:a@b.fr ». */
export function emailsIn(text: string): string[] {
	const parts = text
		.slice(0, 2000)
		.replace(/\s*(?:\(arobase\)|\[at\]|\(at\)|\(a\))\s*/gi, '@')
		.split(/[\s,;/<>()[\]"|]+|mailto:/i);
	const plain = parts.map((part) => part.replace(/^[.:'’-]+|[.:'’-]+$/g, ''));
	return [...new Set(plain.filter((part) => part.includes('@') && isEmail(part)))];
}

/** The first address of a site in a text, completed: « www.exemple.fr » is `https://www.exemple.fr`. */
export function linkIn(text: string): string | undefined {
	const words = text.slice(0, 5000).split(/[\s,;]+(?=https?:|www\.|$)|\s+/i);
	for (const word of words) {
		const found = completed(word.replace(/^[<("']+|[>)"'.,;]+$/g, ''));
		if (found) return found;
	}
	return undefined;
}

function completed(word: string): string | undefined {
	const whole = /^https?:\/\//i.test(word) ? word : `https://${word.replace(/^(?:https?:)?\/{0,3}/i, '')}`;
	if (/@/.test(word) || !/^https?:\/\/[^/]+\.[a-z]{2,}/i.test(whole)) return undefined;
	if (isLink(whole)) return whole;
	if (!URL.canParse(whole)) return undefined;
	const plain = new URL(whole).href.replace(/[|[\]\\^`{}"<>]/g, encodeURIComponent);
	return isLink(plain) ? plain : undefined;
}
