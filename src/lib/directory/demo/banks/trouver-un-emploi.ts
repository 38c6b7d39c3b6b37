import type { Bank } from '../bank.ts';

export const findingWork: readonly Bank[] = [
	{
		topic: 'trouver-un-emploi--convaincre-un-recruteur-en-entretien',
		offers: [
			{
				kind: 'workshop',
				by: ['job-house', 'youth-mission', 'employer-group', 'training-centre'],
				names: ['Préparer son entretien d’embauche', 'Simulation d’entretien', 'S’entraîner à parler de soi'],
				what: [
					'Entraînez-vous à passer un entretien d’embauche avec un vrai recruteur.',
					'Apprenez à vous présenter, à répondre aux questions gênantes et à poser les vôtres.',
					'Préparez un entretien précis, dès que vous avez une date.',
				],
				how: [
					'Vous pouvez vous voir en vidéo, seulement si vous le voulez.',
					'Le recruteur vous dit ce qui marche et ce qui peut changer.',
					'Nous parlons aussi du trajet, de la tenue et des horaires.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers']],
			},
		],
	},
	{
		topic: 'trouver-un-emploi--faire-des-candidatures-spontanees',
		offers: [
			{
				kind: 'workshop',
				by: ['job-house', 'youth-mission', 'social-centre', 'library'],
				names: ['Candidatures spontanées', 'Oser contacter une entreprise', 'Frapper aux bonnes portes'],
				what: [
					'Repérez les entreprises proches et envoyez-leur une candidature, même sans offre.',
					'Apprenez à vous présenter au téléphone ou à l’accueil d’une entreprise.',
					'Écrivez un message court qui donne envie de vous rencontrer.',
				],
				how: [
					'Nous avons une liste d’employeurs {ofArea}.',
					'Les premiers appels se font ensemble.',
					'Vous repartez avec dix contacts à relancer.',
				],
				for: [['job-seekers'], ['young-people'], ['job-seekers', 'priority-area-residents']],
			},
		],
	},
	{
		topic: 'trouver-un-emploi--maintien-dans-lemploi',
		offers: [
			{
				kind: 'support',
				by: ['disability', 'job-house', 'mutual', 'temp-agency', 'carers'],
				names: [
					'Garder son emploi malgré la maladie',
					'Santé et travail : un accompagnement',
					'Rester en emploi',
				],
				what: [
					'La maladie ou le handicap complique votre travail ? Cherchons comment le garder.',
					'Préparez un retour après un long arrêt : horaires, poste, matériel, droits.',
					'Nous faisons le lien entre vous, le médecin du travail et l’employeur.',
				],
				how: [
					'Rien n’est dit à l’employeur sans votre accord.',
					'Une étude de votre poste peut être demandée.',
					'Une reconversion est étudiée si rester n’est plus possible.',
				],
				for: [['workers'], ['workers', 'people-with-disabilities']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'trouver-un-emploi--repondre-a-des-offres-demploi',
		offers: [
			{
				kind: 'support',
				by: ['work-site'],
				weight: 5,
				names: [
					'Emploi en chantier d’insertion : espaces verts',
					'Emploi en chantier d’insertion : maraîchage',
					'Emploi en chantier d’insertion : bâtiment',
					'Emploi en chantier d’insertion : couture',
				],
				paired: true,
				what: [
					'Travaillez à l’entretien des haies, des chemins et des parcs, avec un contrat et un salaire.',
					'Cultivez et vendez des légumes, avec un contrat et un salaire.',
					'Participez à la rénovation de bâtiments publics, avec un contrat et un salaire.',
					'Cousez, retouchez et vendez des vêtements, avec un contrat et un salaire.',
				],
				how: [
					'Le contrat est de 26 heures par semaine, pour quatre mois renouvelables.',
					'Un encadrant vous apprend le métier.',
					'Une conseillère vous aide pour le logement, la santé et la suite.',
					'La tenue de travail est fournie.',
				],
				for: [['job-seekers', 'minimum-income-recipients'], ['job-seekers'], ['young-people', 'job-seekers']],
				bring: ['Votre conseiller vérifie avec vous que vous avez droit à un contrat d’insertion.'],
				access: 'referral',
			},
			{
				kind: 'support',
				by: ['staffing-association', 'temp-agency', 'work-company'],
				weight: 4,
				names: [
					'Missions de travail près de chez vous',
					'Contrats d’insertion',
					'Retrouver un emploi en insertion',
					'Heures de travail chez des particuliers et en entreprise',
				],
				what: [
					'Faites des heures de ménage, de jardin ou de cantine, puis augmentez peu à peu.',
					'Nous vous proposons des missions de travail et un suivi vers un emploi durable.',
					'Reprenez le travail avec des contrats adaptés et une équipe qui vous soutient.',
				],
				how: [
					'Le salaire est versé chaque mois, avec une fiche de paie.',
					'Une chargée d’accompagnement vous rencontre régulièrement.',
					'Nous cherchons avec vous comment aller au travail.',
					'Des formations courtes sont proposées.',
				],
				for: [
					['job-seekers'],
					['job-seekers', 'minimum-income-recipients'],
					['job-seekers', 'people-with-disabilities'],
				],
				bring: ['Apportez une pièce d’identité, votre carte Vitale et un relevé d’identité bancaire.'],
			},
			{
				kind: 'support',
				by: ['job-house', 'youth-mission', 'employer-group', 'disability', 'desk'],
				weight: 1,
				names: [
					'Offres d’emploi du secteur',
					'Répondre à une offre d’emploi',
					'Coup de pouce pour postuler',
					'Contrats en alternance',
				],
				paired: true,
				what: [
					'Consultez les offres d’emploi {ofArea} et répondez-y avec notre aide.',
					'Choisissez les bonnes offres et préparez une réponse qui se remarque.',
					'Postulez en ligne avec une conseillère, de l’inscription à l’envoi.',
					'Trouvez un contrat en alternance chez un de nos employeurs.',
				],
				how: [
					'Nous connaissons les employeurs et nous pouvons les appeler.',
					'Les offres sont affichées et mises à jour chaque semaine.',
					'Nous vous donnons toujours une réponse, même si le poste est pris.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers'], ['people-with-disabilities', 'job-seekers']],
				reach: 'either',
			},
		],
	},
	{
		topic: 'trouver-un-emploi--suivre-ses-candidatures-et-relancer-les-employeurs',
		offers: [
			{
				kind: 'workshop',
				by: ['job-house', 'youth-mission', 'digital-help'],
				names: ['Suivre ses candidatures', 'Relancer un employeur', 'Tableau de bord de ma recherche'],
				what: [
					'Notez vos candidatures dans un tableau simple et sachez quand relancer.',
					'Préparez une relance par téléphone ou par e-mail, polie et efficace.',
					'Faites le point sur vos candidatures sans réponse et reprenez la main.',
				],
				how: [
					'Des modèles de messages vous sont donnés.',
					'Nous faisons les premières relances avec vous.',
					'Le groupe s’entraide et partage ses pistes.',
				],
				for: [['job-seekers'], ['young-people', 'job-seekers']],
			},
		],
	},
];
