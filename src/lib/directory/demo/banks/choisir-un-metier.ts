import type { Bank } from '../bank.ts';

export const choosingATrade: readonly Bank[] = [
	{
		topic: 'choisir-un-metier--confirmer-son-choix-de-metier',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'youth-mission', 'work-site', 'employer-group', 'work-company'],
				names: [
					'Stage de découverte en entreprise',
					'Essayer un métier',
					'Confirmer son projet professionnel',
				],
				what: [
					'Essayez un métier quelques jours dans une entreprise avant de vous décider.',
					'Vérifiez que le métier choisi vous plaît, avec un stage et un bilan.',
					'Rencontrez des professionnels et passez quelques jours avec eux pour confirmer votre choix.',
				],
				how: [
					'Nous cherchons l’entreprise avec vous et nous signons la convention.',
					'Un bilan écrit vous est remis à la fin.',
					'Vos allocations continuent pendant le stage.',
				],
				for: [['job-seekers'], ['young-people'], ['job-seekers', 'minimum-income-recipients']],
			},
		],
	},
	{
		topic: 'choisir-un-metier--connaitre-les-opportunites-demploi',
		offers: [
			{
				kind: 'information',
				by: ['job-house', 'employer-group', 'temp-agency', 'youth-information'],
				names: ['Les métiers qui recrutent', 'Rencontres avec les employeurs', 'Emplois près de chez vous'],
				what: [
					'Découvrez les entreprises qui recrutent {inArea} et les postes à pourvoir.',
					'Rencontrez des employeurs du secteur et posez-leur vos questions, sans CV.',
					'Sachez quels métiers recrutent {inArea}, même sans diplôme.',
				],
				how: [
					'Les salaires et les horaires sont annoncés clairement.',
					'Nous vous aidons à choisir les offres qui vous correspondent.',
					'Un conseiller reste à votre disposition après la rencontre.',
				],
				for: [['job-seekers'], ['everyone'], ['young-people', 'job-seekers']],
			},
		],
	},
	{
		topic: 'choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite',
		offers: [
			{
				kind: 'workshop',
				by: ['job-house', 'youth-mission', 'training-centre', 'work-company', 'library'],
				names: [
					'Visites d’entreprises',
					'Découverte des métiers du soin',
					'Découverte des métiers du bâtiment',
					'À la rencontre des métiers',
					'Découverte des métiers de l’industrie',
				],
				paired: true,
				what: [
					'Visitez un atelier, une cuisine, un chantier ou un entrepôt, et parlez avec les salariés.',
					'Découvrez les métiers de l’aide à domicile et du soin avec des personnes qui les exercent.',
					'Tenez les outils du maçon, du peintre et de l’électricien, et voyez ce qui vous plaît.',
					'Explorez plusieurs métiers en une matinée, grâce à des essais et à des témoignages.',
					'Découvrez la logistique, la maintenance et la production dans une usine proche.',
				],
				how: [
					'Le transport est organisé depuis la mairie.',
					'Les métiers sont ouverts aux femmes comme aux hommes.',
					'Vous pouvez ensuite demander un stage.',
					'Des casques de réalité virtuelle permettent aussi d’essayer.',
				],
				for: [['young-people'], ['job-seekers'], ['everyone'], ['women', 'job-seekers']],
			},
		],
	},
	{
		topic: 'choisir-un-metier--identifier-ses-points-forts-et-ses-competences',
		offers: [
			{
				kind: 'support',
				by: ['job-house', 'youth-mission', 'training-centre', 'womens-rights', 'disability'],
				names: [
					'Bilan de compétences accessible',
					'Faire le point sur son parcours',
					'Trouver ses points forts',
					'Quel métier pour moi ?',
				],
				what: [
					'Faites la liste de ce que vous savez faire, au travail comme dans la vie de tous les jours.',
					'Repérez vos points forts et les métiers qui peuvent vous convenir.',
					'Prenez le temps de réfléchir à un changement de métier, avec une conseillère.',
				],
				how: [
					'Des jeux de cartes et des tests simples aident à trouver les mots.',
					'Le contenu de nos échanges vous appartient.',
					'Nous nous voyons entre trois et six fois.',
				],
				for: [
					['job-seekers'],
					['women'],
					['people-with-disabilities', 'job-seekers'],
					['young-people'],
					['workers'],
				],
			},
		],
	},
];
