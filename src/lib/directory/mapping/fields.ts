type Kind = 'text' | 'list' | 'number' | 'boolean' | 'items';

/** Fields that structures and services share, and what each holds. */
const shared = {
	source: 'text',
	id: 'text',
	nom: 'text',
	description: 'text',
	date_maj: 'text',
	lien_source: 'text',
	commune: 'text',
	code_postal: 'text',
	code_insee: 'text',
	adresse: 'text',
	complement_adresse: 'text',
	longitude: 'number',
	latitude: 'number',
	telephone: 'text',
	courriel: 'text',
	horaires_accueil: 'text',
	langues: 'list',
	fermetures: 'items',
	adresse_confidentielle: 'boolean',
	contact_confidentiel: 'boolean',
} as const satisfies Record<string, Kind>;

/** data·inclusion v1 `structure`, and what the directory adds to it. */
export const structureFields: Readonly<Record<string, Kind>> = {
	...shared,
	siret: 'text',
	site_web: 'text',
	accessibilite_lieu: 'text',
	reseaux_porteurs: 'list',
	type_employeur: 'text',
	offres: 'items',
	ressources: 'items',
};

/** data·inclusion v1 `service`, and what the directory adds to it. */
export const serviceFields: Readonly<Record<string, Kind>> = {
	...shared,
	structure_id: 'text',
	type: 'text',
	thematiques: 'list',
	frais: 'text',
	frais_precisions: 'text',
	publics: 'list',
	publics_precisions: 'text',
	conditions_acces: 'text',
	modes_accueil: 'list',
	zone_eligibilite: 'list',
	contact_nom_prenom: 'text',
	lien_mobilisation: 'text',
	modes_mobilisation: 'list',
	mobilisable_par: 'list',
	mobilisation_precisions: 'text',
	volume_horaire_hebdomadaire: 'number',
	nombre_semaines: 'number',
	places_restantes: 'number',
	capacite: 'number',
	saturation: 'text',
	accueil: 'text',
	arrets: 'items',
	delai_reponse_jours: 'number',
};

/** What a service takes from its structure when nothing is said of it. */
export const inherited = [
	...['date_maj', 'lien_source', 'commune', 'code_postal', 'code_insee', 'adresse', 'complement_adresse'],
	...['longitude', 'latitude', 'telephone', 'courriel', 'horaires_accueil', 'langues'],
] as const;

/** What a service always takes from its structure when nothing is said of it: a shelter stays hidden. */
export const alwaysInherited = ['adresse_confidentielle', 'contact_confidentiel'] as const;

/** Without them no row can enter. */
export const neededFields = {
	structure: ['id', 'nom'],
	service: ['nom', 'description'],
} as const;
