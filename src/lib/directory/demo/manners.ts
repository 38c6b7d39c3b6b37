import type { MobilisationMode } from '../service.ts';
import type { Access } from './bank.ts';

/** How to come, in a sentence, for each way in and each means the service really has. */
export const coming: Readonly<Record<Access, Partial<Record<MobilisationMode, readonly string[]>>>> = {
	'walk-in': {
		visit: [
			'Venez directement, sans rendez-vous.',
			'Vous pouvez venir sans rendez-vous.',
			'Poussez la porte : il n’y a pas besoin de rendez-vous.',
			'Présentez-vous à l’accueil, sans rendez-vous.',
		],
		phone: [
			'Appelez avant de venir pour vérifier que nous sommes ouverts.',
			'Vous pouvez appeler avant de venir.',
		],
	},
	appointment: {
		phone: [
			'Appelez pour prendre rendez-vous.',
			'Prenez rendez-vous par téléphone.',
			'Téléphonez : nous fixons ensemble un rendez-vous.',
		],
		email: [
			'Écrivez-nous : nous répondons sous trois jours ouvrés.',
			'Envoyez un e-mail avec votre nom et votre numéro : nous vous rappelons.',
		],
		link: ['Prenez rendez-vous en ligne, à l’heure qui vous convient.', 'Réservez un rendez-vous en ligne.'],
		visit: ['Passez à l’accueil pour fixer un rendez-vous.', 'Prenez rendez-vous à l’accueil.'],
	},
	enrolment: {
		phone: ['Inscrivez-vous par téléphone.', 'Appelez pour réserver votre place.'],
		email: ['Inscrivez-vous par e-mail, avec votre prénom et votre numéro.'],
		link: ['Réservez votre place en ligne.', 'Inscrivez-vous en ligne, en deux minutes.'],
		visit: ['Inscrivez-vous à l’accueil.', 'Passez à l’accueil pour vous inscrire.'],
	},
	referral: {
		phone: [
			'Un travailleur social nous appelle avec vous pour faire la demande.',
			'La demande se fait par téléphone, avec la personne qui vous suit.',
		],
		email: [
			'Votre conseiller ou votre assistante sociale nous écrit, avec votre accord.',
			'La demande passe par un professionnel : mission locale, CCAS ou service social.',
		],
		link: ['Un professionnel remplit la demande en ligne avec vous.'],
		visit: ['Venez avec la personne qui vous suit, ou avec une lettre de sa part.'],
	},
};

/** How long it may take, in words. */
export const waiting: Readonly<Record<Access, readonly string[]>> = {
	'walk-in': [
		'Il y a du monde à l’ouverture : prévoyez un peu d’attente.',
		'L’attente est courte, sauf en début de mois.',
	],
	appointment: [
		'Comptez une à deux semaines d’attente.',
		'Le premier rendez-vous est fixé sous dix jours, en général.',
		'En ce moment, il faut attendre environ un mois.',
		'Une première réponse vous est donnée dans la semaine.',
	],
	enrolment: [
		'Un nouveau groupe commence tous les deux mois.',
		'Une liste d’attente est ouverte quand c’est complet.',
		'Il reste souvent des places d’une semaine à l’autre.',
	],
	referral: [
		'La réponse est donnée sous quinze jours.',
		'Une commission se réunit chaque mois.',
		'Il y a de l’attente : comptez deux à trois mois.',
	],
};

export const remoteOnly = [
	'Tout se fait par téléphone ou en visio.',
	'L’échange a lieu par téléphone, à l’heure que vous choisissez.',
	'Vous n’avez pas à vous déplacer : nous vous appelons.',
] as const;

export const remoteToo = [
	'L’échange peut aussi se faire par téléphone ou en visio.',
	'Si vous ne pouvez pas vous déplacer, nous vous appelons.',
] as const;

export const alsoAlone = 'Vous pouvez aussi nous contacter vous-même.';

export const onThePhone: readonly string[] = [
	'Laissez un message sur le répondeur : nous vous rappelons.',
	'Indiquez à quel moment nous pouvons vous rappeler.',
];

export const onTheSpot: readonly string[] = [
	'Si vous parlez peu le français, venez avec un proche ou dites-le-nous.',
	'Prévenez-nous si vous ne pouvez pas venir : une autre personne prendra la place.',
	'Précisez si vous avez besoin d’un accès en fauteuil roulant.',
];

export const freeDetails: readonly string[] = [
	'Vous n’avez rien à payer.',
	'Service gratuit.',
	'Gratuit, sans adhésion.',
];
