import { IntlMessageFormat } from 'intl-messageformat';
import ar from './ar/own.json' with { type: 'json' };
import en from './en/own.json' with { type: 'json' };
import es from './es/own.json' with { type: 'json' };
import fa from './fa/own.json' with { type: 'json' };
import { formattersIn } from './formatters.ts';
import frenchSimple from './fr-simple/own.json' with { type: 'json' };
import ka from './ka/own.json' with { type: 'json' };
import { type Language, languages, localeOf } from './languages.ts';
import ps from './ps/own.json' with { type: 'json' };
import pt from './pt/own.json' with { type: 'json' };
import ro from './ro/own.json' with { type: 'json' };
import ru from './ru/own.json' with { type: 'json' };
import { type SpaceKey, space } from './space-catalogue.ts';
import type { Values } from './translator.ts';
import { typeset } from './typeset.ts';
import uk from './uk/own.json' with { type: 'json' };

/** What a page of the space speaks with. `translate` speaks it too, in French only. */
export type SpaceTranslate = (key: SpaceKey, values?: Values) => string;
type Sentences = Readonly<Partial<Record<SpaceKey, string>>>;

export const sentencesIn = (language: Language): Sentences => sentences[language];

const sentences: Readonly<Record<Language, Sentences>> = {
	fr: space,
	'fr-simple': Object.fromEntries(
		Object.entries<string>(frenchSimple).map(([key, text]) => [key, typeset(text)]),
	),
	en,
	es,
	pt,
	ro,
	ru,
	uk,
	ka,
	ar,
	ps,
	fa,
};

const french = translatorOf('fr');
const translators = new Map(languages.map(({ id }) => [id, id === 'fr' ? french : translatorOf(id)]));

/** The sentences of the space in a language; French stands in for one that is not translated yet. */
export const translatorFor = (language: Language): SpaceTranslate => translators.get(language) ?? french;

/** How many sentences of the space a language still lacks. */
export const missing = (language: Language): number =>
	Object.keys(space).filter((key) => !Object.hasOwn(sentences[language], key)).length;

function translatorOf(language: Language): SpaceTranslate {
	const formats = new Map<SpaceKey, IntlMessageFormat>();
	const formatters = formattersIn(localeOf(language));
	return (key, values) => {
		const sentence = sentences[language][key];
		if (sentence === undefined) return french(key, values);
		if (!/[{']/.test(sentence)) return sentence;
		let format = formats.get(key);
		if (!format) {
			format = new IntlMessageFormat(sentence, localeOf(language), undefined, { formatters });
			formats.set(key, format);
		}
		return format.format<string>(values) as string;
	};
}
