/** data·inclusion's referential `thematiques` v1 (Licence Ouverte 2.0): sixteen categories, their topics as slugs. */
export const topicsByCategory = {
	'choisir-un-metier': [
		'confirmer-son-choix-de-metier',
		'connaitre-les-opportunites-demploi',
		'decouvrir-un-metier-ou-un-secteur-dactivite',
		'identifier-ses-points-forts-et-ses-competences',
	],
	'creer-une-entreprise': [
		'definir-son-projet-de-creation-dentreprise',
		'developper-son-entreprise',
		'structurer-son-projet-de-creation-dentreprise',
	],
	'difficultes-administratives-ou-juridiques': [
		'accompagnement-aux-demarches-administratives',
		'accompagnement-pour-lacces-a-la-citoyennete',
		'accompagnement-pour-lacces-aux-droits',
		'beneficier-dune-mesure-daccompagnement-adapte',
		'connaitre-ses-droits-face-a-une-discrimination',
		'prendre-en-compte-une-problematique-judiciaire',
	],
	'difficultes-financieres': [
		'acquerir-une-autonomie-budgetaire',
		'ameliorer-sa-gestion-budgetaire',
		'mettre-en-place-une-mesure-de-protection-financiere',
		'prevenir-une-degradation-de-la-situation-financiere',
		'situation-dendettement-surendettement',
	],
	'equipement-et-alimentation': ['aide-menagere', 'alimentation', 'electromenager', 'habillement'],
	famille: [
		'garde-denfants',
		'prise-en-charge-personne-dependante',
		'soutien-a-la-parentalite-et-a-leducation',
		'soutien-aidants',
		'surmonter-conflits-separation-violence',
	],
	'lecture-ecriture-calcul': ['maitriser-le-calcul', 'maitriser-le-francais'],
	'logement-hebergement': [
		'acheter-un-logement',
		'changer-de-logement',
		'louer-un-logement',
		'rechercher-une-solution-dhebergement-temporaire',
		'reduire-les-impayes-de-loyer',
		'se-maintenir-dans-le-logement',
		'sinformer-sur-les-demarches-liees-a-lacces-au-logement',
	],
	mobilite: [
		'acceder-a-un-vehicule',
		'entretenir-reparer-son-vehicule',
		'etre-accompagne-dans-son-parcours-mobilite',
		'financer-ma-mobilite',
		'mobilite-douce-partagee-collective',
		'preparer-un-permis',
	],
	numerique: [
		'acceder-a-des-services-en-ligne',
		'acceder-a-une-connexion-internet',
		'acquerir-un-equipement',
		'maitriser-les-fondamentaux-du-numerique',
	],
	'preparer-sa-candidature': [
		'developper-son-reseau',
		'organiser-ses-demarches-de-recherche-demploi',
		'realiser-un-cv-et-ou-une-lettre-de-motivation',
		'valoriser-ses-competences',
	],
	remobilisation: [
		'activites-sportives-et-culturelles',
		'benevolat-action-citoyenne',
		'bien-etre-confiance-en-soi',
		'lien-social',
	],
	sante: [
		'acces-aux-soins',
		'addictions',
		'constituer-un-dossier-mdph-invalidite',
		'sante-mentale',
		'sante-sexuelle',
	],
	'se-former': ['monter-son-dossier-de-formation', 'trouver-sa-formation'],
	'souvrir-a-linternational': [
		'connaitre-les-opportunites-demploi-a-letranger',
		'sinformer-sur-les-aides-pour-travailler-a-letranger',
		'sorganiser-suite-a-son-retour-en-france',
	],
	'trouver-un-emploi': [
		'convaincre-un-recruteur-en-entretien',
		'faire-des-candidatures-spontanees',
		'maintien-dans-lemploi',
		'repondre-a-des-offres-demploi',
		'suivre-ses-candidatures-et-relancer-les-employeurs',
	],
} as const;

export type Category = keyof typeof topicsByCategory;
export const categories = Object.keys(topicsByCategory) as Category[];

/** Every topic slug, `category--topic`. */
export const topics: readonly string[] = categories.flatMap((category) =>
	topicsByCategory[category].map((topic) => `${category}--${topic}`),
);

export const categoryOf = (topic: string): Category => topic.split('--')[0] as Category;
