import type { Bank } from '../bank.ts';

export const learning: readonly Bank[] = [
	{
		topic: 'se-former--monter-son-dossier-de-formation',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'training-centre', 'youth-mission', 'temp-agency'],
				names: [
					'Financer sa formation',
					'Monter son dossier de formation',
					'Utiliser ses droits à la formation',
				],
				what: [
					'Trouvez qui peut payer votre formation : compte formation, région, employeur, aide à l’emploi.',
					'Préparez avec nous le dossier, le devis et la lettre qui explique votre projet.',
					'Consultez votre compte formation et évitez les offres trompeuses.',
				],
				how: [
					'Nous vérifions les dates et les pièces avant l’envoi.',
					'Les frais de transport et de garde d’enfants sont étudiés aussi.',
					'Si c’est refusé, nous cherchons une autre solution.',
				],
				for: [['job-seekers'], ['workers'], ['young-people', 'job-seekers']],
				bring: ['Apportez le devis de la formation et votre numéro de sécurité sociale.'],
				reach: 'either',
			},
		],
	},
	{
		topic: 'se-former--trouver-sa-formation',
		offers: [
			{
				kind: 'training',
				by: ['training-centre', 'work-site', 'employer-group'],
				weight: 2,
				names: [
					'Formation aux métiers de la propreté',
					'Formation d’aide à domicile',
					'Préparation aux métiers du bâtiment',
					'Formation en cuisine et service',
					'Formation de conducteur de chariots',
					'Formation aux métiers verts',
				],
				paired: true,
				what: [
					'Apprenez les gestes, les produits et l’organisation d’un agent de propreté.',
					'Préparez un titre d’aide à domicile, avec des stages chez des personnes âgées.',
					'Découvrez la maçonnerie, la peinture et l’isolation, puis préparez un titre professionnel.',
					'Formez-vous en cuisine et en salle, dans un vrai restaurant ouvert le midi.',
					'Préparez les permis pour conduire des chariots dans un entrepôt ou une usine.',
					'Formez-vous à l’entretien des haies, des jardins et des espaces naturels.',
				],
				how: [
					'La formation est rémunérée pour certaines personnes.',
					'Un stage en entreprise est prévu.',
					'Aucun diplôme n’est demandé à l’entrée.',
					'Une remise à niveau est possible avant de commencer.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers'], ['job-seekers', 'minimum-income-recipients']],
				bring: ['Participer à une réunion d’information et à un entretien.'],
				hoursAWeek: [24, 30, 35],
				weeks: [8, 12, 20, 26],
				wide: 'departement',
			},
			{
				kind: 'information',
				by: ['job-house', 'youth-mission', 'youth-information', 'library'],
				weight: 1,
				names: ['Trouver une formation', 'Conseil en formation', 'Apprentissage et alternance'],
				paired: true,
				what: [
					'Cherchez une formation près de chez vous, avec quelqu’un qui connaît les centres.',
					'Comparez les formations : durée, contenu, rémunération, transport, débouchés.',
					'Comprenez l’apprentissage et l’alternance, et trouvez un employeur.',
				],
				how: [
					'Nous pouvons appeler le centre avec vous.',
					'Vous repartez avec deux ou trois pistes sérieuses.',
					'Nous vous prévenons des prochaines réunions d’information.',
				],
				for: [['everyone'], ['young-people'], ['job-seekers']],
				reach: 'either',
			},
		],
	},
];
