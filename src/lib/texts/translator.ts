import { IntlMessageFormat } from 'intl-messageformat';
import { fr, type TextKey } from './catalogue.ts';
import { formatters } from './formatters.ts';

export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

/** In the browser a sentence with arguments comes already parsed (scripts/texts-for-browser.ts). */
type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

const formats = new Map<TextKey, IntlMessageFormat>();

/** The sentence for a key, with its ICU arguments; plain sentences skip the parser. */
export const translate: Translate = (key, values) => {
	const message: Message = fr[key];
	if (typeof message === 'string' && !/[{']/.test(message)) return message;
	return formatOf(key, message).format<string>(values) as string;
};

function formatOf(key: TextKey, message: Message): IntlMessageFormat {
	let format = formats.get(key);
	if (!format) {
		format = new IntlMessageFormat(message, 'fr', undefined, { formatters });
		formats.set(key, format);
	}
	return format;
}

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(fr, key);
