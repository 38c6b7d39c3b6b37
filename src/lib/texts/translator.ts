import { IntlMessageFormat } from 'intl-messageformat';
import { fr, type TextKey } from './catalogue.ts';

export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

const parsed = new Map<TextKey, IntlMessageFormat>();

/** The sentence for a key, with its ICU arguments; plain sentences skip the parser. */
export const translate: Translate = (key, values) => {
	const message = fr[key];
	if (!message.includes('{') && !message.includes("'")) return message;
	let format = parsed.get(key);
	if (!format) parsed.set(key, (format = new IntlMessageFormat(message, 'fr')));
	return format.format<string>(values) as string;
};

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(fr, key);
