/** A language of the person's space: its own name, its BCP 47 tag for `lang`, which way its writing runs. */
interface SpaceLanguage {
	readonly id: string;
	readonly name: string;
	readonly tag: string;
	readonly direction: 'ltr' | 'rtl';
}

/** The twelve languages of the person's space, by their own names in alphabetical order. Flags are for countries. */
export const languages = [
	{ id: 'en', name: 'English', tag: 'en', direction: 'ltr' },
	{ id: 'es', name: 'español', tag: 'es', direction: 'ltr' },
	{ id: 'fr', name: 'français', tag: 'fr', direction: 'ltr' },
	{ id: 'fr-simple', name: 'français simple', tag: 'fr', direction: 'ltr' },
	{ id: 'pt', name: 'português', tag: 'pt', direction: 'ltr' },
	{ id: 'ro', name: 'română', tag: 'ro', direction: 'ltr' },
	{ id: 'ru', name: 'русский', tag: 'ru', direction: 'ltr' },
	{ id: 'uk', name: 'українська', tag: 'uk', direction: 'ltr' },
	{ id: 'ka', name: 'ქართული', tag: 'ka', direction: 'ltr' },
	{ id: 'ar', name: 'العربية', tag: 'ar', direction: 'rtl' },
	{ id: 'ps', name: 'پښتو', tag: 'ps', direction: 'rtl' },
	{ id: 'fa', name: 'فارسی / دری', tag: 'fa', direction: 'rtl' },
] as const satisfies readonly SpaceLanguage[];

export type Language = (typeof languages)[number]['id'];

const byId = new Map<string, (typeof languages)[number]>(languages.map((each) => [each.id, each]));
const french = languages[2];

export const isLanguage = (asked: unknown): asked is Language => typeof asked === 'string' && byId.has(asked);

/** Its name, tag and direction. */
export const languageNamed = (id: Language): (typeof languages)[number] => byId.get(id) ?? french;

/**
 * The locale of dates and numbers: digits and months as they stand on French letters and clocks, so that an hour read
 * here is the hour read there.
 */
export const localeOf = (id: Language): string =>
	languageNamed(id).tag === 'fr' ? 'fr' : `${languageNamed(id).tag}-u-ca-gregory-nu-latn`;

/** Other tags that browsers send for a language of ours. */
const sameAs: Readonly<Record<string, Language>> = { prs: 'fa', pes: 'fa', mo: 'ro', pus: 'ps', pbt: 'ps' };

/** The first language of ours that a browser prefers; French when it names none. */
export function negotiate(acceptLanguage: string | null | undefined): Language {
	const wanted = (acceptLanguage ?? '').slice(0, 1000).split(',').map(wish).filter(isAccepted);
	return wanted.sort((one, other) => other.weight - one.weight)[0]?.language ?? 'fr';
}

interface Wish {
	readonly language: Language;
	readonly weight: number;
}

function wish(asked: string): Wish | undefined {
	const [tag = '', ...settings] = asked.toLowerCase().split(';');
	const primary = tag.trim().split('-')[0] ?? '';
	const language = Object.hasOwn(sameAs, primary) ? sameAs[primary] : primary;
	const quality = settings.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
	return isLanguage(language) ? { language, weight: quality === undefined ? 1 : Number(quality) } : undefined;
}

const isAccepted = (wanted: Wish | undefined): wanted is Wish => wanted !== undefined && wanted.weight > 0;
