import type { TextKey } from '#lib/texts/catalogue.ts';

/** What a page says after a form has done its work: the word in the address, and its sentence. */
const sentences = {
	exact: 'upkeep.done-exact',
	ferme: 'upkeep.done-closed',
	silence: 'upkeep.done-silence',
	envoye: 'upkeep.done-proposed',
	accepte: 'upkeep.done-accepted',
	refuse: 'upkeep.done-refused',
	retire: 'upkeep.done-undone',
	lien: 'upkeep.done-link',
	courrier: 'upkeep.done-letter',
	annule: 'upkeep.done-revoked',
	note: 'upkeep.done-noted',
	verifie: 'upkeep.done-verified',
	ecrit: 'upkeep.done-asked',
	rythme: 'upkeep.done-rhythm',
	fin: 'upkeep.done-ended',
	ouverte: 'upkeep.done-started',
} as const satisfies Record<string, TextKey>;
export type Done = keyof typeof sentences;

/** The same page, saying what was done, at the place where one was. */
export const doneAt = (path: string, done: Done, anchor = ''): string =>
	`${path}${path.includes('?') ? '&' : '?'}fait=${done}${anchor && `#${anchor}`}`;

export const doneSentence = (search: Pick<URLSearchParams, 'get'>): TextKey | undefined => {
	const done = search.get('fait') ?? '';
	return Object.hasOwn(sentences, done) ? sentences[done as Done] : undefined;
};
