import type { TextKey } from '#lib/texts/catalogue.ts';
import type { Section } from './today.ts';

/** What the day says after a form has done its work: the word in the address, where it is said, and its sentence. */
const sentences = {
	fait: { where: 'silences', key: 'today.said-fait' },
	date: { where: 'silences', key: 'today.said-date' },
	etape: { where: 'silences', key: 'today.said-etape' },
	echange: { where: 'silences', key: 'today.said-echange' },
	'plus-tard': { where: 'silences', key: 'today.said-plus-tard' },
	utile: { where: 'silences', key: 'today.said-utile' },
	marche: { where: 'silences', key: 'today.said-marche' },
	'rendez-vous': { where: 'appointments', key: 'today.said-rendez-vous' },
	vu: { where: 'agreements', key: 'today.said-vu' },
	avis: { where: 'questions', key: 'today.said-avis' },
	relais: { where: 'relays', key: 'today.said-relais' },
} as const satisfies Record<string, Said>;
export type Done = keyof typeof sentences;

/** The ids of the parts of the page, in its own language. */
export const anchors: Readonly<Record<Section, string>> = {
	answers: 'a-repondre',
	silences: 'silences',
	appointments: 'rendez-vous',
	agreements: 'accords',
	questions: 'questions',
	relays: 'relais',
};

/** The day, at the part where the work was done. */
export const doneAt = (done: Done): string => `/aujourdhui?fait=${done}#${anchors[sentences[done].where]}`;

/** What was just done, and in which part of the day. */
export interface Said {
	readonly where: Section;
	readonly key: TextKey;
}

export const saidOf = (search: Pick<URLSearchParams, 'get'>): Said | null =>
	Object.entries(sentences).find(([word]) => word === search.get('fait'))?.[1] ?? null;
