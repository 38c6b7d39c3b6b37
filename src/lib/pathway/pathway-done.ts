import type { TextKey } from '#lib/texts/catalogue.ts';

/** What a page of a pathway says after a form has done its work: the word in the address, and its sentence. */
const sentences = {
	ouvert: 'pathway.done-opened',
	'mis-en-route': 'pathway.done-activated',
	pause: 'pathway.done-paused',
	repris: 'pathway.done-resumed',
	clos: 'pathway.done-closed',
	rouvert: 'pathway.done-reopened',
	fiche: 'pathway.done-sheet',
	'carte-arretee': 'pathway.done-card-ended',
	code: 'pathway.done-code',
	repondu: 'pathway.done-answered',
	'brouillon-efface': 'pathway.done-draft-dropped',
} as const satisfies Record<string, TextKey>;

/** The same page, saying what was done. */
export const pathwayDoneAt = (path: string, done: keyof typeof sentences): string => `${path}?fait=${done}`;

export const pathwayDone = (search: Pick<URLSearchParams, 'get'>): TextKey | undefined =>
	Object.entries(sentences).find(([word]) => word === search.get('fait'))?.[1];
