// What people of the demo wish and do, by domain of life. More than 200 lines because it is words, not rules.
import type { Domain } from '#lib/person/domain.ts';

export interface Bank {
	/** Goals, in the person's own words. */
	readonly goals: readonly string[];
	/** What the person does. */
	readonly hers: readonly string[];
	/** What the worker does. */
	readonly ours: readonly string[];
	readonly notes: readonly string[];
	readonly meetings: readonly string[];
}

export const banks: Readonly<Record<Domain, Bank>> = {
	housing: {
		goals: [
			'Avoir un logement à moi, même petit.',
			'Ne plus avoir peur de la lettre du propriétaire.',
			'Que les enfants aient une chambre.',
			'Rester dans mon quartier, près de ma sœur.',
			'Ne plus avoir froid cet hiver.',
		],
		hers: [
			'Rassembler les trois dernières quittances',
			'Demander l’attestation de loyer au propriétaire',
			'Visiter le T2 proposé par le bailleur',
			'Renouveler la demande de logement social en ligne',
		],
		ours: [
			'Appeler le bailleur pour proposer un plan d’apurement',
			'Préparer le dossier FSL avec les pièces',
			'Écrire au bailleur pour l’humidité de la chambre',
			'Inscrire la demande à la commission du mois',
		],
		notes: [
			'Le bailleur est d’accord pour un échéancier, il attend l’écrit.',
			'Visite du logement : moisissures dans la chambre du fond, photos prises avec son accord.',
			'La demande de logement social est à renouveler avant la fin du mois.',
		],
		meetings: ['Préparer le dossier de logement', 'Point sur la demande de logement', 'Visite du logement'],
	},
	food: {
		goals: [
			'Finir le mois sans sauter de repas.',
			'Cuisiner chez moi, pas réchauffer.',
			'Ne plus compter les yaourts.',
		],
		hers: ['Passer à l’épicerie solidaire avec la carte', 'Faire la liste de ce qui manque à la maison'],
		ours: ['Demander la carte de l’épicerie solidaire', 'Appeler pour un réfrigérateur d’occasion'],
		notes: [
			'La carte de l’épicerie est prête, à retirer mardi.',
			'Le réfrigérateur tient encore, mais plus le congélateur.',
		],
		meetings: ['Point sur les courses et le budget', 'Ouvrir le droit à l’épicerie'],
	},
	money: {
		goals: [
			'Savoir ce qu’il me reste à la fin du mois.',
			'Ne plus payer de frais à la banque.',
			'Rembourser la dette d’électricité sans me priver de tout.',
			'Pouvoir dire oui à la sortie de l’école.',
		],
		hers: [
			'Noter les dépenses pendant deux semaines',
			'Apporter les trois derniers relevés de compte',
			'Appeler le fournisseur d’électricité pour un échéancier',
		],
		ours: [
			'Demander un délai au fournisseur d’électricité',
			'Préparer le dossier de surendettement',
			'Demander l’aide financière ponctuelle à la commission',
		],
		notes: [
			'Délai obtenu : trois mensualités au lieu d’une.',
			'Les frais bancaires dépassent quarante euros par mois. Offre « client fragile » à demander.',
			'Budget posé à deux : il manque environ quatre-vingts euros par mois.',
		],
		meetings: ['Faire le point sur le budget', 'Regarder ensemble les relevés', 'Préparer la demande d’aide'],
	},
	rights: {
		goals: [
			'Avoir tout ce à quoi j’ai droit, ni plus ni moins.',
			'Ne plus jamais laisser un courrier fermé.',
			'Avoir mes papiers en règle.',
			'Que la CAF arrête de me réclamer de l’argent.',
		],
		hers: [
			'Apporter les courriers non ouverts',
			'Faire les photos d’identité',
			'Demander l’acte de naissance à la mairie',
		],
		ours: [
			'Faire une simulation des droits',
			'Écrire à la CAF pour contester le trop-perçu',
			'Demander la carte de santé solidaire',
		],
		notes: [
			'Onze courriers ouverts ensemble. Deux urgents, le reste classé.',
			'Le trop-perçu vient d’une déclaration faite deux fois. Recours envoyé.',
			'Le dossier est complet, récépissé remis en main propre.',
		],
		meetings: ['Ouvrir les courriers ensemble', 'Remplir le dossier', 'Point sur les droits'],
	},
	health: {
		goals: [
			'Voir un médecin sans attendre six mois.',
			'Dormir une nuit entière.',
			'Pouvoir porter mes courses.',
		],
		hers: ['Prendre rendez-vous chez le médecin', 'Apporter la carte Vitale et l’ordonnance'],
		ours: ['Chercher un médecin qui prend de nouveaux patients', 'Préparer la demande à la MDPH'],
		notes: ['Rendez-vous médical trouvé, à douze kilomètres.', 'Période fatigante, on avance doucement.'],
		meetings: ['Point de santé et de droits', 'Préparer le dossier MDPH'],
	},
	family: {
		goals: [
			'Voir mes enfants plus souvent.',
			'Trouver une place en crèche.',
			'Que ça crie moins à la maison.',
		],
		hers: ['Déposer la demande de place en crèche', 'Appeler l’école pour la cantine'],
		ours: ['Appeler le relais petite enfance', 'Chercher un lieu de rencontre pour les week-ends'],
		notes: ['La crèche propose deux demi-journées pour commencer.', 'L’école est prévenue et attentive.'],
		meetings: ['Point avec l’école', 'Rencontre avec le relais petite enfance'],
	},
	mobility: {
		goals: [
			'Aller au travail sans demander à mon voisin.',
			'Avoir le permis avant l’été.',
			'Pouvoir aller à Arras et revenir le soir.',
		],
		hers: [
			'Réviser le code vingt minutes par jour',
			'Apporter le certificat de la journée défense',
			'Essayer le trajet en bus un matin',
		],
		ours: [
			'Demander l’aide au permis',
			'Trouver un prêt de scooter',
			'Chercher un covoiturage pour cinq heures',
		],
		notes: [
			'Code : 31 sur 40 au dernier essai, ça monte.',
			'Le premier bus arrive à 6 h 10 : trop tard pour la prise de poste.',
		],
		meetings: ['Point sur le permis', 'Essayer le trajet ensemble'],
	},
	digital: {
		goals: [
			'Faire mes démarches sans demander à ma nièce.',
			'Avoir une adresse électronique qui marche.',
			'Ne plus me faire avoir au téléphone.',
		],
		hers: ['Venir à l’atelier du jeudi', 'Noter les mots de passe dans le carnet'],
		ours: ['Créer l’adresse électronique ensemble', 'Chercher un ordinateur reconditionné'],
		notes: [
			'La boîte électronique est ouverte, le carnet sert bien.',
			'Deux ateliers suivis, la confiance vient.',
		],
		meetings: ['Ouvrir la boîte électronique ensemble', 'Démarche en ligne à deux'],
	},
	reading: {
		goals: ['Lire le carnet de ma fille.', 'Remplir un papier sans trembler.'],
		hers: ['Aller à la première séance de l’atelier', 'Lire dix minutes chaque soir'],
		ours: ['Trouver un atelier en soirée', 'Préparer le positionnement avec la formatrice'],
		notes: ['Première séance passée, veut y retourner.', 'L’atelier du soir a une place en janvier.'],
		meetings: ['Rencontrer la formatrice', 'Point après les premières séances'],
	},
	training: {
		goals: [
			'Avoir un diplôme avec mon nom dessus.',
			'Reprendre là où j’avais arrêté.',
			'Essayer deux métiers avant de choisir.',
		],
		hers: [
			'Écrire ce qui m’a plu pendant le stage',
			'Appeler le CFA pour la réunion d’information',
			'Trouver un stage de deux semaines',
		],
		ours: ['Inscrire à la réunion d’information', 'Préparer le dossier de financement'],
		notes: [
			'Le stage s’est bien passé, l’employeur reprendrait volontiers.',
			'La réunion d’information est complète, prochaine date demandée.',
		],
		meetings: ['Choisir le stage', 'Préparer l’entretien au CFA'],
	},
	work: {
		goals: [
			'Un travail où on me parle bien.',
			'Gagner ma vie, même à mi-temps pour commencer.',
			'Ne plus enchaîner les missions de trois jours.',
			'Travailler près de chez moi.',
		],
		hers: [
			'Refaire le CV avec les missions d’intérim',
			'Appeler deux agences d’intérim',
			'Répondre à l’annonce de la blanchisserie',
		],
		ours: ['Appeler l’entreprise d’insertion', 'Préparer l’entretien d’embauche', 'Relire la lettre'],
		notes: [
			'Entretien jeudi dernier : réponse sous quinze jours.',
			'CV repris ensemble, deux candidatures envoyées.',
			'L’entreprise d’insertion recrute en début de mois.',
		],
		meetings: ['Préparer l’entretien', 'Reprendre le CV', 'Point sur les candidatures'],
	},
	links: {
		goals: [
			'Parler à quelqu’un d’autre que la télé.',
			'Refaire du jardin.',
			'Avoir une raison de sortir le mardi.',
		],
		hers: ['Passer au centre social un mardi', 'Rappeler mon frère'],
		ours: ['Présenter le jardin partagé', 'Accompagner la première fois'],
		notes: [
			'Est resté une heure au café du mardi.',
			'Le jardin rouvre au printemps, une parcelle est retenue.',
		],
		meetings: ['Aller au café du mardi ensemble', 'Prendre des nouvelles'],
	},
};
