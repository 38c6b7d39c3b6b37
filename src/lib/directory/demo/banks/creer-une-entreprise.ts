import type { Bank } from '../bank.ts';

export const startingABusiness: readonly Bank[] = [
	{
		topic: 'creer-une-entreprise--definir-son-projet-de-creation-dentreprise',
		offers: [
			{
				kind: 'support',
				by: ['business-support', 'third-place', 'job-house'],
				weight: 2,
				names: [
					'J’ai une idée d’entreprise',
					'De l’idée au projet',
					'Réunion d’information pour créer son activité',
				],
				what: [
					'Vous avez une idée d’entreprise ? Parlez-en à une conseillère qui vous aide à l’éclaircir.',
					'Vérifiez que votre idée peut marcher : clients, prix, temps, argent.',
					'Créer son activité : découvrez les étapes, les statuts et les questions à se poser.',
				],
				how: [
					'Toutes les idées sont écoutées, même les plus simples.',
					'Vous repartez avec la liste des prochaines étapes.',
					'Nous vous disons franchement les points forts et les risques.',
				],
				for: [
					['everyone'],
					['job-seekers'],
					['women', 'job-seekers'],
					['young-people', 'priority-area-residents'],
				],
				reach: 'either',
			},
		],
	},
	{
		topic: 'creer-une-entreprise--developper-son-entreprise',
		offers: [
			{
				kind: 'support',
				by: ['business-support', 'third-place'],
				weight: 2,
				names: ['Développer son activité', 'Suivi des jeunes entreprises', 'Trouver ses premiers clients'],
				what: [
					'Vous avez créé votre entreprise ? Faites-vous suivre pendant les trois premières années.',
					'Apprenez à trouver des clients, à fixer vos prix et à tenir vos comptes.',
					'Votre activité baisse ? Faites le point avant que les dettes ne s’accumulent.',
				],
				how: [
					'Un bénévole qui a dirigé une entreprise peut vous parrainer.',
					'Des rencontres entre créateurs sont organisées chaque mois.',
					'Nous regardons ensemble vos comptes et vos factures.',
				],
				for: [['workers'], ['workers', 'women']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise',
		offers: [
			{
				kind: 'support',
				by: ['business-support', 'job-house'],
				weight: 2,
				names: [
					'Monter son dossier d’entreprise',
					'Tester son activité avant de se lancer',
					'Financer sa création d’entreprise',
				],
				paired: true,
				what: [
					'Construisez votre plan de financement et choisissez votre statut avec un conseiller.',
					'Testez votre activité plusieurs mois, avec un contrat et sans prendre tous les risques.',
					'Cherchez un prêt, une aide ou une garantie pour démarrer votre entreprise.',
				],
				how: [
					'Nous écrivons le dossier avec vous, puis vous le présentez vous-même.',
					'Vous gardez vos allocations pendant la préparation, selon votre situation.',
					'Nous vous préparons à répondre aux questions de la banque.',
				],
				for: [['job-seekers'], ['everyone'], ['minimum-income-recipients', 'job-seekers']],
				reach: 'either',
			},
		],
	},
];
