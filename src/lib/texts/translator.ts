import { IntlMessageFormat } from 'intl-messageformat';
import { fr, type TextKey } from './catalogue.ts';
import { formatters } from './formatters.ts';

export type Values = Record<string, string | number | Date>;
export type Translate = (key: TextKey, values?: Values) => string;

/** In the browser a sentence with arguments comes already parsed (scripts/texts-for-browser.ts). */
type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

interface Format {
	readonly whole: IntlMessageFormat;
	/** Its words and the names of its arguments, in turn, when it chooses and formats nothing: most of them. */
	readonly parts: readonly { readonly word: string; readonly argument: string | null }[] | null;
}
const formats = new Map<TextKey, Format>();

/** The sentence for a key, with its ICU arguments; plain sentences skip the parser. */
export const translate: Translate = (key, values) => {
	const message: Message = fr[key];
	if (typeof message === 'string' && !/[{']/.test(message)) return message;
	const format = formatOf(key, message);
	return put(format, values) ?? (format.whole.format<string>(values) as string);
};

/** The words with their arguments between them; null for what the library must choose, format or refuse. */
function put({ parts }: Format, values: Values = {}): string | null {
	if (!parts) return null;
	let sentence = '';
	for (const { word, argument } of parts) {
		const value = argument === null ? word : values[argument];
		if (typeof value !== 'string' && typeof value !== 'number') return null;
		sentence += value;
	}
	return sentence;
}

function formatOf(key: TextKey, message: Message): Format {
	let format = formats.get(key);
	if (!format) {
		const whole = new IntlMessageFormat(message, 'fr', undefined, { formatters });
		format = { whole, parts: partsOf(whole) };
		formats.set(key, format);
	}
	return format;
}

/** The kinds of a parsed message: a word, an argument put as it is. */
const [word, argument] = [0, 1];

function partsOf(format: IntlMessageFormat): Format['parts'] {
	const elements = format.getAst();
	return elements.every(({ type }) => type === word || type === argument)
		? elements.map((element) => {
				const value = 'value' in element ? element.value : '';
				return element.type === word ? { word: value, argument: null } : { word: '', argument: value };
			})
		: null;
}

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(fr, key);
