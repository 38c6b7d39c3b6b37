import { type Language, languageNamed, localeOf } from './languages.ts';
import rereadings from './reread.json' with { type: 'json' };
import { translatorFor } from './space-translator.ts';

/** People concerned who read the texts of a language again, by the names they chose, and the day (`2026-11-24`). */
export interface Rereading {
	readonly language: string;
	readonly who: string;
	readonly when: string;
}

/** Says, in a language, who read its texts again: or that nobody concerned has. */
export function rereadLabel(language: Language, table: readonly Rereading[] = rereadings): string {
	const t = translatorFor(language);
	const found = table.find((each) => each.language === language && each.who !== '' && each.when !== '');
	if (found) return t('own.language_reread', { who: found.who, when: dayIn(language, found.when) });
	return t(languageNamed(language).tag === 'fr' ? 'own.language_text_not_reread' : 'own.language_not_reread');
}

/** Whether a person concerned put her name to the texts of a language. */
export const isReread = (language: Language, table: readonly Rereading[] = rereadings): boolean =>
	table.some((each) => each.language === language && each.who !== '' && each.when !== '');

const dayIn = (language: Language, day: string): string =>
	new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
