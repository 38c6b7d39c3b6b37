import en from './en/grid.json' with { type: 'json' };
import fr from './fr/grid.json' with { type: 'json' };

/** The grid's words, each a whole sentence without arguments. */
export type GridKey = keyof typeof fr;
export const gridLanguages = ['fr', 'en'] as const;
export type GridLanguage = (typeof gridLanguages)[number];

const words = { fr, en } as const satisfies Record<GridLanguage, Readonly<Record<GridKey, string>>>;

/** The grid in a language: French, or what was asked when it exists. */
export const gridIn = (language: GridLanguage): Readonly<Record<GridKey, string>> => words[language];

export const gridLanguage = (asked: string | null): GridLanguage =>
	gridLanguages.find((language) => language === asked) ?? 'fr';
