import type { TextKey } from '#lib/texts/catalogue.ts';

/** What these pages say after a form has done its work: the word in the address, and its sentence. */
const sentences = {
	accord: 'agreements.done-recorded',
	arrete: 'agreements.done-stopped',
	partie: 'agreements.done-part',
	motif: 'agreements.done-ground',
	prevenue: 'agreements.done-told',
	attente: 'agreements.done-delayed',
	avis: 'agreements.done-reviewed',
	ouvert: 'agreements.done-opened',
} as const satisfies Record<string, TextKey>;

/** The same page, saying what was done. */
export const agreementsDoneAt = (path: string, done: keyof typeof sentences): string =>
	`${path}?fait=${done}`;

export const agreementsDone = (search: Pick<URLSearchParams, 'get'>): TextKey | undefined =>
	Object.entries(sentences).find(([word]) => word === search.get('fait'))?.[1];
