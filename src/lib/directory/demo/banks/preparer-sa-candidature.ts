import type { Bank } from '../bank.ts';

export const preparingAnApplication: readonly Bank[] = [
	{
		topic: 'preparer-sa-candidature--developper-son-reseau',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'youth-mission', 'third-place', 'employer-group'],
				names: ['Parrainage vers l’emploi', 'Développer son réseau', 'Club de recherche d’emploi'],
				what: [
					'Un parrain ou une marraine vous ouvre son carnet d’adresses et vous conseille.',
					'Rencontrez des personnes qui travaillent et qui veulent vous aider à trouver un emploi.',
					'Apprenez à parler de votre recherche autour de vous et à élargir votre réseau.',
				],
				how: [
					'Vous vous voyez une à deux fois par mois.',
					'Les échanges restent simples : un café, un appel, un message.',
					'Nous formons et nous suivons les bénévoles.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers'], ['job-seekers', 'priority-area-residents']],
			},
		],
	},
	{
		topic: 'preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'youth-mission', 'staffing-association', 'womens-rights', 'social-centre'],
				weight: 2,
				names: [
					'Accompagnement vers l’emploi',
					'Chercher un emploi avec méthode',
					'Conseiller emploi',
					'Reprendre le chemin de l’emploi',
				],
				what: [
					'Organisez votre recherche d’emploi avec une conseillère qui vous suit chaque semaine.',
					'Faites un plan clair : quels métiers, quelles entreprises, quels jours, quels outils.',
					'Reprenez une recherche d’emploi après une longue pause, à votre rythme.',
					'Un conseiller vous aide à lever les obstacles : garde d’enfants, transport, santé, papiers.',
				],
				how: [
					'Nous fixons ensemble de petits objectifs.',
					'Un ordinateur et un téléphone sont à votre disposition.',
					'Votre conseiller reste le même jusqu’à la fin de la période d’essai.',
					'Vous pouvez changer d’avis et de métier en route.',
				],
				for: [
					['job-seekers'],
					['young-people'],
					['minimum-income-recipients', 'job-seekers'],
					['women', 'job-seekers'],
				],
			},
		],
	},
	{
		topic: 'preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation',
		offers: [
			{
				kind: 'workshop',
				by: [
					'job-house',
					'youth-mission',
					'social-centre',
					'digital-help',
					'library',
					'staffing-association',
				],
				weight: 2,
				names: [
					'Atelier CV',
					'CV et lettre de motivation',
					'Un CV clair en une séance',
					'Refaire son CV',
					'Atelier candidature',
				],
				what: [
					'Écrivez un CV clair et une lettre de motivation simple, sur ordinateur.',
					'Refaites votre CV avec une conseillère et repartez avec une version imprimée.',
					'Apprenez à adapter votre CV et votre lettre à chaque offre d’emploi.',
					'Vous n’avez jamais fait de CV ? Nous partons de votre parcours, même sans diplôme.',
				],
				how: [
					'Vous repartez avec votre CV sur papier et par e-mail.',
					'Nous corrigeons l’orthographe avec vous.',
					'Une photo peut être faite sur place, si vous le souhaitez.',
					'Six personnes au plus, pour que chacun avance.',
				],
				for: [['job-seekers'], ['young-people'], ['everyone'], ['job-seekers', 'priority-area-residents']],
				bring: ['Apportez votre ancien CV et vos certificats de travail, si vous en avez.'],
			},
		],
	},
	{
		topic: 'preparer-sa-candidature--valoriser-ses-competences',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'training-centre', 'work-site', 'womens-rights', 'exiles'],
				names: [
					'Faire reconnaître ses compétences',
					'Valider son expérience par un diplôme',
					'Parler de ses compétences',
					'Diplômes étrangers : les faire valoir',
				],
				paired: true,
				what: [
					'Mettez en mots ce que vous savez faire et prouvez-le à un employeur.',
					'Transformez votre expérience en diplôme, avec une personne qui vous guide.',
					'Apprenez à présenter vos expériences, y compris le bénévolat et la vie de famille.',
					'Faites traduire et reconnaître un diplôme obtenu dans un autre pays.',
				],
				how: [
					'Nous rassemblons ensemble les preuves et les attestations.',
					'Un portefeuille de compétences vous est remis.',
					'La démarche prend de quelques semaines à plusieurs mois.',
				],
				for: [['job-seekers'], ['workers', 'job-seekers'], ['exiled-people', 'job-seekers']],
			},
		],
	},
];
