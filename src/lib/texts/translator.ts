import { IntlMessageFormat } from 'intl-messageformat';
import { fr, type TextKey } from './catalogue.ts';

export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

const parsed = new Map<TextKey, IntlMessageFormat>();

/** The sentence for a key, with its ICU arguments; plain sentences skip the parser. */
export const translate: Translate = (key, values) => {
	const message = fr[key];
	if (!message.includes('{') && !message.includes("'")) return message;
	return formatOf(key, message).format<string>(values) as string;
};

function formatOf(key: TextKey, message: string): IntlMessageFormat {
	let format = parsed.get(key);
	if (!format) {
		format = new IntlMessageFormat(message, 'fr');
		parsed.set(key, format);
	}
	return format;
}

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(fr, key);
