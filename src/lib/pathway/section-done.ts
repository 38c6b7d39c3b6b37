import type { TextKey } from '#lib/texts/catalogue.ts';

/** What a section says after a form has done its work: the word in the address, and its sentence. */
const sentences = {
	note: 'notes.done-note',
	fichier: 'notes.done-file',
	prevu: 'notes.done-planned',
	deplace: 'notes.done-moved',
	dit: 'notes.done-ended',
	document: 'notes.done-document',
	signe: 'notes.done-signed',
	retire: 'notes.done-withdrawn',
	objectif: 'steps.done-goal',
	'objectif-fini': 'steps.done-goal-ended',
	etape: 'steps.done-proposed',
	avance: 'steps.done-moved',
	prise: 'steps.done-taken',
	diagnostic: 'assessment.done',
	relais: 'steps.done-relay-proposed',
	'relais-accord': 'steps.done-relay-agreed',
	'relais-retire': 'steps.done-relay-withdrawn',
	'relais-partage': 'steps.done-relay-shared',
	besoin: 'matching.done-unmet',
	repere: 'landmarks.done',
} as const satisfies Record<string, TextKey>;

/** The same page, saying what was done. */
export const sectionDone = (path: string, done: keyof typeof sentences): string => `${path}?fait=${done}`;

export const sectionSentence = (search: Pick<URLSearchParams, 'get'>): TextKey | undefined =>
	Object.entries(sentences).find(([word]) => word === search.get('fait'))?.[1];
