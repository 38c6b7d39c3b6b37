import { isEmail, isLink } from '../formats/data-inclusion-rules.ts';

const gap = '[\\s.\\-/()\\u00a0\\u202f\\u2011]';
/** Ten digits, or nine after a prefix of France or of its overseas territories. */
const french = new RegExp(
	`(?:(?:\\+|00)(?:33|262|508|590|594|596)${gap}{0,3}(?:0${gap}{0,3})?|0)([1-9](?:${gap}{0,3}\\d){8})(?!\\d)`,
	'g',
);
const foreign = new RegExp(`\\+${gap}?\\d(?:${gap}{0,2}\\d){6,14}(?!\\d)`, 'g');
const short = /^(?:1\d{1,2}|1\d{4,5}|3\d{3})$/;

/** Telephone numbers in a text, French ones as ten digits: « +33 (0)4 50 56 87 49 » is `0450568749`. */
export function phonesIn(text: string): string[] {
	const told = text.slice(0, 500);
	const national = [...told.matchAll(french)].map(([, digits = '']) => `0${digits.replace(/\D/g, '')}`);
	const others = [...told.replace(french, ' ').matchAll(foreign)].map(
		([number]) => `+${number.replace(/\D/g, '')}`,
	);
	const found = [...new Set([...national, ...others])];
	return found.length > 0 ? found : aloneIn(told.replace(/\D/g, ''));
}

/** A short number, or one that lost its zero, when the text holds nothing else. */
function aloneIn(digits: string): string[] {
	if (/^[1-9]\d{8}$/.test(digits)) return [`0${digits}`];
	return short.test(digits) ? [digits] : [];
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
