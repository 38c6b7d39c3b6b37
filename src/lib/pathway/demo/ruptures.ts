// What the rules of rupture must notice in the demo, one history a rule; all of it lies in the last forty-four days.
import type { Scene } from './scene.ts';

/** What else happens to somebody of the demo, that must not go unnoticed. */
export const rupturesOf = (name: string): readonly Scene[] => ruptures[name] ?? [];

const ruptures: Readonly<Record<string, readonly Scene[]>> = {
	// A residence permit that ends, and no step deals with it.
	Moussa: [{ day: -40, do: 'ending', kind: 'residence-permit', on: 45 }],
	// A way out of hospital, and nobody waits outside yet.
	Brigitte: [{ day: -7, do: 'exit', kind: 'hospital', on: 10 }],
	// Three tries in two ways over a fortnight.
	Marceau: [
		{ day: -20, do: 'attempt', channel: 'phone' },
		{ day: -14, do: 'attempt', channel: 'message' },
		{ day: -6, do: 'attempt', channel: 'visit' },
	],
	// Young, registered, and no offer after three months.
	Ewen: [{ day: -44, do: 'guarantee', kind: 'young', on: -98 }],
	// A home found, and nobody took news since.
	Capucine: [{ day: -38, do: 'outcome', kind: 'housing', on: -40 }],
	// A need said, and nothing begun.
	Noham: [
		{
			day: -19,
			do: 'goal',
			key: 'licence',
			domain: 'mobility',
			words: 'Je voudrais conduire pour travailler.',
		},
	],
	// Her worker leaves in ten days, and no relay is proposed.
	Naïma: [{ day: -15, do: 'departure', on: 10 }],
	// A step of another organisation, under an agreement that ends.
	Aurélien: [
		{ day: -40, do: 'agree', key: 'school', organisation: '0001', level: 3, until: 12, proof: 'signed' },
		{
			...{ day: -30, by: 'julien', do: 'step', key: 'code', words: 'Réviser le code ensemble, le jeudi' },
			...{ owner: 'me', due: 8, agreed: true },
		},
	],
	// Received once, then no news for a month.
	Perrine: [
		{
			...{ day: -44, do: 'referral', key: 'debts', gesture: 'send', service: '0012', domain: 'money' },
			need: 'Comprendre ce qui est dû, et à qui.',
			fields: ['phone'],
		},
		{ day: -42, by: 'samira', do: 'referral', key: 'debts', gesture: 'accept', first: -40 },
		{ day: -40, by: 'samira', do: 'referral', key: 'debts', gesture: 'meet' },
	],
	// A waiting list whose date has passed.
	Nolwenn: [
		{
			...{ day: -43, do: 'referral', key: 'room', gesture: 'send', service: '0023', domain: 'housing' },
			need: 'Une chambre près de la gare.',
			fields: ['phone'],
		},
		{
			...{ day: -41, by: 'didier', do: 'referral', key: 'room', gesture: 'wait' },
			words: 'Une place se libère en principe sous trois semaines.',
			until: -20,
		},
	],
	// Sent back to whoever had refused.
	Anselme: [
		{
			...{ day: -34, do: 'referral', key: 'food', gesture: 'send', service: '0011', domain: 'food' },
			need: 'Un colis le temps que le dossier avance.',
			fields: ['phone'],
		},
		{
			...{ day: -32, by: 'samira', do: 'referral', key: 'food', gesture: 'refuse', reason: 'outside-area' },
			words: 'Sa commune a sa propre épicerie.',
			alternative: 'L’épicerie de sa commune, le mardi.',
		},
		{
			...{ day: -6, do: 'referral', key: 'again', gesture: 'send', service: '0011', domain: 'food' },
			need: 'Un colis : l’épicerie de sa commune est fermée pour travaux.',
			fields: ['phone'],
		},
		{ day: -5, by: 'samira', do: 'referral', key: 'again', gesture: 'accept', first: 2 },
	],
	// The same need, said no to three times.
	Tifenn: [
		{
			...{ day: -30, do: 'referral', key: 'second', gesture: 'send', service: '0012', domain: 'money' },
			need: 'Un rendez-vous pour le dossier de surendettement.',
			fields: ['phone'],
		},
		{
			...{ day: -28, by: 'samira', do: 'referral', key: 'second', gesture: 'refuse', reason: 'capacity' },
			words: 'Plus de créneau avant deux mois.',
			alternative: 'Le point conseil budget d’Arras.',
		},
		{
			...{ day: -24, do: 'referral', key: 'third', gesture: 'send', service: '0012', domain: 'money' },
			need: 'Un rendez-vous, même bref, avant la commission.',
			fields: ['phone'],
		},
		{
			...{ day: -22, by: 'samira', do: 'referral', key: 'third', gesture: 'refuse', reason: 'capacity' },
			words: 'Toujours complet.',
			alternative: 'Aucune que nous connaissions.',
		},
	],
};
