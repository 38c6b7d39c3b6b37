/** What a column can be guessed to tell; not all are fields of data·inclusion. */
export const guessed = {
	id: `identifiant|id|identifier|id identifiant|uuid|code|ref|reference|numero|n°|num|_id|gid|objectid|id structure|id lieu|id service|code unique|cle`,
	structureName: `nom structure|structure|organisme|nom organisme|nom de l'organisme|association|nom association|nom de l'association|
		etablissement|nom etablissement|raison sociale|denomination sociale|denomination|organisation|nom organisation|organization|
		organization name|organisation name|organization.name|structure.nom|structure_name|gestionnaire|porteur|structure porteuse|employeur|entreprise|
		company|partenaire|operateur|acteur|nom acteur|nom lieu|nom du lieu|lieu|agence`,
	serviceName: `nom service|service|nom du service|intitule|intitule du service|titre|title|prestation|nom prestation|action|nom action|
		nom de l'action|offre|activite|nom activite|dispositif|nom dispositif|service name|service_name|program|programme|atelier|permanence|
		libelle action|nature de l'aide|aide proposee`,
	name: `nom|name|libelle|lib|label|nom usuel|nom officiel|nom complet|appellation|nom commercial|enseigne|display name`,
	description: `description|descriptif|presentation|presentation resume|presentation detail|objet|missions|mission|resume|detail|details|
		commentaire|commentaires|contenu|about|summary|notes|observations|precisions|texte|activites|actions menees|informations|infos`,
	siret: `siret|n siret|numero siret|siret structure|pivot|num siret`,
	address: `adresse|address|rue|voie|adresse postale|adresse complete|adresse 1|adresse1|address 1|street|street address|num et voie|
		numero et voie|numero et rue|libelle voie|adresse physique|localisation|adresse du lieu|address line 1|addr|adr|lieu de permanence`,
	addressMore: `complement adresse|complement d'adresse|complement|adresse 2|adresse2|batiment|address 2|address line 2|etage|
		additional information|complement adr`,
	postcode: `code postal|cp|postcode|postal code|zip|zip code|zipcode|code_postal|codepostal|codepos|post code`,
	townLine: `cp ville|code postal ville|code postal et ville|ville et code postal|code postal commune|cp commune`,
	town: `commune|ville|city|town|localite|nom commune|nom de la commune|lib com|municipality|libelle commune|com nom|locality`,
	insee: `code insee|insee|code commune|insee com|codeinsee|code commune insee|com|depcom|citycode|city code|cog|code officiel commune`,
	latitude: `latitude|lat|y|coord y|coordonnees y|lat wgs84|geo lat|gps lat|latitude y`,
	longitude: `longitude|lon|long|lng|x|coord x|coordonnees x|lon wgs84|geo lon|gps lon|longitude x`,
	point: `coordonnees|geo point|geo_point_2d|geopoint|geolocalisation|gps|coordonnees gps|geometry|location|position|latlng|lat lon|
		coordonnees geographiques|point geo|geoloc|coordinates|geom`,
	phone: `telephone|tel|phone|telephone 1|numero de telephone|n telephone|num tel|phone number|tel fixe|telephone fixe|mobile|portable|
		contact telephone|contact tel|standard|telephone public`,
	email: `email|mail|courriel|e-mail|adresse mail|adresse email|adresse electronique|contact mail|contact email|contact|courriels|mel`,
	website: `site web|site|site internet|website|url|web|lien|page web|adresse web|site_web|internet|homepage|lien internet|url site`,
	bookingLink: `prise rdv|prise de rendez-vous|lien rdv|formulaire|lien de mobilisation|lien mobilisation|booking url|application url|
		lien inscription|inscription en ligne`,
	hours: `horaires|horaire|heures d'ouverture|heures ouverture|opening hours|openinghours|hours|horaires d'ouverture|ouverture|
		horaires accueil|jours et horaires|jours horaires|plages horaires|schedule`,
	updatedOn: `date maj|date de mise a jour|mise a jour|maj|updated at|updatedat|last updated|date modification|derniere mise a jour|
		date de modification|modifie le|date maj fiche|last modified|date verification|date`,
	topics: `thematiques|thematique|theme|themes|categorie|categories|category|domaine|domaines|domaine d'intervention|
		domaines d'intervention|champ d'action|type d'aide|besoin|besoins|secteur|rubrique|taxonomy|services proposes|services|
		tags|mots cles|sous-thematique|types d'aide`,
	audiences: `publics|public|public cible|publics cibles|public vise|publics vises|public accueilli|publics accueillis|profils|profil|
		beneficiaires|destinataires|audience|target audience|population|type de public|a qui s'adresse`,
	kind: `type|type de service|nature|type service|type d'offre|service type|type offre`,
	fee: `frais|tarif|tarifs|cout|prix|payant|gratuit|gratuite|fees|cost|price|payant ou gratuit|participation financiere|tarification|conditions tarifaires`,
	welcomeModes: `modes accueil|mode d'accueil|modalites d'accueil|modalite|presentiel|presentiel distanciel|modalites accueil|format`,
	conditions: `conditions|conditions d'acces|conditions acces|condition d'acces|modalites d'acces|eligibilite|criteres|
		criteres d'eligibilite|eligibility|pre-requis|prerequis|documents a fournir|modalites|modalites d'admission`,
	contactName: `contact nom|nom contact|nom du contact|referent|nom referent|personne contact|interlocuteur|contact name|responsable|
		nom du referent|nom prenom contact|personne a contacter`,
	languages: `langues|langue|langues parlees|languages|language|langues d'accueil|spoken languages`,
	capacity: `capacite|capacite d'accueil|nombre de places|nb places|places|capacity|nb de places|capacite totale|places totales`,
	placesLeft: `places restantes|places disponibles|places dispo|disponibilites|disponibilite|places libres|available places|nb places disponibles|
		places vacantes`,
	networks: `reseau|reseaux|reseau porteur|reseaux porteurs|label|labels|labels nationaux|affiliation|federation|dispositif programmes nationaux`,
	zone: `zone|zone eligibilite|zone d'intervention|territoire d'intervention|zone de couverture|perimetre|code zone|departement|dept|dep|code departement`,
	responseDays: `delai de reponse|delai|delai reponse|delai jours|response time`,
} as const;
export type Guessed = keyof typeof guessed;

const small = new Set([
	'de',
	'la',
	'le',
	'les',
	'du',
	'des',
	'd',
	'l',
	'et',
	'the',
	'of',
	'a',
	'au',
	'aux',
	'en',
	'ou',
	'un',
	'une',
]);

/** The words of a column's name: « dateMaj », `date_maj` and « Date de MAJ » have the same. */
export const wordsIn = (name: string): string[] =>
	name
		.replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '' && !small.has(word));

/** The names that a column may bear, each as its words. */
export const namesOf: ReadonlyMap<Guessed, readonly (readonly string[])[]> = new Map(
	(Object.entries(guessed) as [Guessed, string][]).map(([what, names]) => [
		what,
		names.split('|').map((name) => wordsIn(name.trim())),
	]),
);

/** How well a column's name fits, from 0 to 10. The end of a path counts as much as all of it. */
export function nameFit(what: Guessed, column: string): number {
	const own = wordsIn(column);
	const last = wordsIn(column.split('.').at(-1) ?? '');
	const fits = (namesOf.get(what) ?? []).map(
		(name, rank) => closeness(name, own, last) - Math.min(rank, 40) / 100,
	);
	return Math.max(0, ...fits);
}

function closeness(name: readonly string[], own: readonly string[], last: readonly string[]): number {
	if (name.length === 0) return 0;
	if (same(name, own)) return 10;
	if (same(name, last)) return 9;
	const shared = name.filter((word) => own.some((other) => alike(word, other))).length;
	if (shared < name.length || (name.length === 1 && (name[0]?.length ?? 0) < 4)) return 0;
	return 4 + (3 * name.length) / own.length;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
	one.length === other.length && one.every((word) => other.some((own) => alike(word, own)));

/** A plural is its singular. */
const alike = (one: string, other: string): boolean =>
	one === other || (one.length > 3 && (one === `${other}s` || other === `${one}s`));
