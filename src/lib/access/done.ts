import type { TextKey } from '../texts/catalogue.ts';

/** What a page says after a form has done its work: the word in the address, and its sentence. */
const sentences = {
	nom: 'access.done-name',
	'mot-de-passe': 'access.done-password',
	code: 'access.done-second-factor',
	'code-desactive': 'access.done-second-factor-removed',
	session: 'access.done-session',
	casquette: 'access.done-hat',
	'casquette-quittee': 'access.done-hat-left',
	invitation: 'access.done-invitation',
	'invitation-retiree': 'access.done-withdrawn',
	'cle-arretee': 'keys.done-revoked',
	'adresse-retiree': 'keys.done-removed',
	'envoi-repris': 'keys.replayed',
	'agenda-arrete': 'feed.revoked',
	'courriel-du-jour': 'digest.saved',
	'invitation-acceptee': 'access.done-accepted',
} as const satisfies Record<string, TextKey>;
export type Done = keyof typeof sentences;

export const doneAt = (path: string, done: Done): string => `${path}?fait=${done}`;

export const doneSentence = (search: Pick<URLSearchParams, 'get'>): TextKey | undefined => {
	const done = search.get('fait') ?? '';
	return Object.hasOwn(sentences, done) ? sentences[done as Done] : undefined;
};
