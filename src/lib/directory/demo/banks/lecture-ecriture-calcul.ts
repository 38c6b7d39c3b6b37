import type { Bank } from '../bank.ts';

export const basicSkills: readonly Bank[] = [
	{
		topic: 'lecture-ecriture-calcul--maitriser-le-calcul',
		offers: [
			{
				kind: 'training',
				by: ['literacy', 'training-centre', 'social-centre'],
				names: ['Remise à niveau en calcul', 'Les maths de tous les jours', 'Compter, mesurer, vérifier'],
				what: [
					'Reprenez les bases du calcul : compter, mesurer, comprendre un prix, un pourcentage ou une paie.',
					'Révisez les quatre opérations et la règle de trois avec des exemples de la vie courante.',
					'Préparez les tests d’entrée en formation grâce à une remise à niveau en calcul.',
				],
				how: [
					'Chacun avance à son rythme, en petit groupe.',
					'Un premier échange permet de voir par où commencer.',
					'Le matériel est prêté, et aucun diplôme n’est demandé.',
				],
				for: [['everyone'], ['job-seekers'], ['young-people', 'job-seekers']],
				hoursAWeek: [2, 3, 6],
				weeks: [10, 12, 20],
				also: ['lecture-ecriture-calcul--maitriser-le-francais'],
			},
		],
	},
	{
		topic: 'lecture-ecriture-calcul--maitriser-le-francais',
		offers: [
			{
				kind: 'training',
				by: ['literacy', 'exiles', 'social-centre', 'training-centre'],
				weight: 4,
				names: [
					'Cours de français',
					'Français langue étrangère',
					'Apprendre le français',
					'Cours de français pour adultes',
				],
				what: [
					'Apprenez à parler, à lire et à écrire le français, même sans avoir connu l’école.',
					'Progressez en français pour faire vos courses, suivre l’école de vos enfants ou voir un médecin.',
					'Préparez un examen de français demandé pour un titre de séjour ou la nationalité.',
					'Venez parler français en petit groupe, sans peur de faire des fautes.',
				],
				how: [
					'Un test de dix minutes permet de choisir le bon groupe.',
					'Les groupes comptent huit à douze personnes.',
					'Vous pouvez arriver en cours d’année.',
					'Les enfants peuvent être gardés pendant le cours. Demandez-le à l’inscription.',
					'Nous sortons souvent : marché, bibliothèque, mairie, musée.',
				],
				for: [['exiled-people'], ['exiled-people', 'women'], ['everyone']],
				bring: ['Aucun papier n’est demandé.', 'Avoir 16 ans ou plus.'],
				price: ['Adhésion de 5 € à 15 € pour l’année.', 'Participation de 1 € par mois.'],
				oftenFree: true,
				hoursAWeek: [2, 4, 6, 9],
				weeks: [12, 24, 30],
			},
			{
				kind: 'training',
				by: ['literacy', 'training-centre', 'job-house', 'work-site'],
				weight: 2,
				names: ['Français pour trouver un emploi', 'Le français du travail', 'Français et métiers'],
				what: [
					'Apprenez les mots du travail : sécurité, consignes, entretien, contrat.',
					'Progressez en français à l’oral et à l’écrit pour trouver ou garder un emploi.',
				],
				how: [
					'Des visites d’entreprises complètent les cours.',
					'Nous partons des situations réelles de votre métier.',
					'Une évaluation au début et à la fin montre vos progrès.',
				],
				for: [['job-seekers', 'exiled-people'], ['job-seekers'], ['workers', 'exiled-people']],
				hoursAWeek: [6, 9, 15],
				weeks: [8, 12, 16],
				also: ['preparer-sa-candidature--valoriser-ses-competences'],
			},
			{
				kind: 'workshop',
				by: ['literacy', 'library', 'social-centre', 'work-site'],
				weight: 3,
				names: [
					'Lire et écrire : reprendre confiance',
					'Atelier d’écriture pour adultes',
					'Réapprendre à lire et à écrire',
					'Lire un courrier, écrire un message',
				],
				what: [
					'Lire et écrire restent difficiles, malgré l’école ? Reprenez à votre rythme.',
					'Nous aidons les adultes à lire un courrier, à remplir un chèque ou à écrire un message.',
					'Retrouvez le plaisir de lire et d’écrire, avec des textes courts et utiles.',
				],
				how: [
					'C’est discret : personne n’a besoin de savoir pourquoi vous venez.',
					'Un bénévole formé vous suit, seul à seul ou en petit groupe.',
					'Nous partons de ce dont vous avez besoin dans la vie de tous les jours.',
				],
				for: [['everyone'], ['workers', 'job-seekers'], ['seniors']],
				access: 'appointment',
			},
		],
	},
];
