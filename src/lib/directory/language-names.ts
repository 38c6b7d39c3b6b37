import french from '#lib/texts/sheet/fr.json' with { type: 'json' };

const names = new Intl.DisplayNames('fr-FR', { type: 'language', fallback: 'code' });

/** « arabe », « ukrainien » for a BCP 47 code; the sign language of France has a name too. */
export function languageName(code: string): string {
	if (code === 'fsl') return french.signLanguage;
	try {
		return names.of(code) ?? code;
	} catch {
		return code;
	}
}

/** Languages that a form offers, the most spoken by people welcomed in France first, then by name. */
export const offeredLanguages: readonly string[] = [
	...['fr', 'en', 'ar', 'es', 'pt', 'uk', 'ru', 'tr', 'ps', 'prs', 'fa', 'fsl'],
	...[
		...['sq', 'hy', 'am', 'bn', 'zh', 'ka', 'de', 'hi', 'it', 'ku', 'ln', 'ff', 'bm', 'wo', 'snk', 'so'],
		...['pa', 'ro', 'rom', 'sr', 'ta', 'ti', 'ur', 'vi', 'rcf', 'gcr', 'kab', 'pl', 'ha', 'mg', 'swb'],
	].toSorted((a, b) => languageName(a).localeCompare(languageName(b), 'fr')),
];
