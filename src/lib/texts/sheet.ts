import ar from './sheet/ar.json' with { type: 'json' };
import en from './sheet/en.json' with { type: 'json' };
import es from './sheet/es.json' with { type: 'json' };
import fa from './sheet/fa.json' with { type: 'json' };
import fr from './sheet/fr.json' with { type: 'json' };
import pt from './sheet/pt.json' with { type: 'json' };
import ro from './sheet/ro.json' with { type: 'json' };
import ru from './sheet/ru.json' with { type: 'json' };
import tr from './sheet/tr.json' with { type: 'json' };
import uk from './sheet/uk.json' with { type: 'json' };

/** The few labels of a sheet that a person takes away, in her language; French is beside each. */
export type SheetLabels = Readonly<Record<keyof typeof fr, string>>;

/** Languages of sheets, as they are offered: French, then those most needed by people welcomed in France. */
export const sheetLanguages = ['fr', 'en', 'ar', 'es', 'pt', 'uk', 'ru', 'fa', 'ro', 'tr'] as const;
export type SheetLanguage = (typeof sheetLanguages)[number];

const labels = { fr, en, ar, es, pt, uk, ru, fa, ro, tr } as const satisfies Record<
	SheetLanguage,
	SheetLabels
>;

export const sheetLabels = (language: SheetLanguage): SheetLabels => labels[language];

/** The language asked for, French when it is none of a sheet. */
export const sheetLanguage = (asked: string | null): SheetLanguage =>
	sheetLanguages.find((language) => language === asked) ?? 'fr';

/** Which way its writing runs. */
export const directionOf = (language: SheetLanguage): 'rtl' | 'ltr' =>
	language === 'ar' || language === 'fa' ? 'rtl' : 'ltr';
