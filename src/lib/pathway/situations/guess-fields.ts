import { loose } from '#lib/directory/mapping/loose.ts';
import { type SituationField, situationFields } from './field.ts';

/** Headers seen in the spreadsheets of associations, in French and in English; the first are the surest. */
const headers: Readonly<Record<SituationField, readonly string[]>> = {
	name: [
		...['prénom ou pseudonyme', 'prénom', 'pseudonyme', 'pseudo', 'first name', 'given name', 'nickname'],
		...[
			'prénom de la personne',
			'personne',
			'personne accompagnée',
			'prénom usuel',
			'nom d’usage',
			'name',
			'nom',
		],
	],
	mark: [
		...[
			'repère',
			'référence',
			'ref',
			'numéro de dossier',
			'n° dossier',
			'dossier',
			'id',
			'identifiant',
			'code',
		],
		...['case number', 'case id', 'reference', 'n°', 'numéro', 'num', 'key'],
	],
	openedOn: [
		...['date d’ouverture', 'ouverture', 'ouvert le', 'début', 'date de début', 'date d’entrée', 'entrée'],
		...[
			'début du suivi',
			'début d’accompagnement',
			'suivi depuis',
			'opened on',
			'opening date',
			'start date',
		],
		...['opened', 'since', 'premier accueil', 'date d’accueil', 'premier rendez-vous'],
	],
	goal: [
		...[
			'ce qu’elle veut',
			'ce que la personne veut',
			'ses mots',
			'avec ses mots',
			'objectif',
			'objectifs',
			'goal',
		],
		...[
			'demande',
			'besoin',
			'projet',
			'souhait',
			'attente',
			'goals',
			'wish',
			'request',
			'need',
			'in her own words',
		],
	],
	domain: [
		...[
			'domaine',
			'domaine de l’objectif',
			'domain',
			'thème',
			'thématique',
			'sujet',
			'topic',
			'theme',
			'area',
		],
		...['goal domain', 'catégorie', 'category'],
	],
	step: [
		...['première étape', 'étape', 'prochaine étape', 'step', 'first step', 'next step', 'à faire', 'action'],
		...['prochaine action', 'démarche', 'démarche en cours', 'suite', 'to do', 'task', 'actions'],
	],
	dueOn: [
		...[
			'pour quand',
			'échéance',
			'date de l’étape',
			'date prévue',
			'avant le',
			'pour le',
			'due',
			'due date',
			'due on',
		],
		...[
			'date limite',
			'deadline',
			'prochain rendez-vous',
			'prochain rdv',
			'date d’échéance',
			'date échéance',
		],
	],
	owner: [
		...[
			'qui s’en occupe',
			'qui le fait',
			'qui',
			'par qui',
			'who',
			'who does it',
			'owner',
			'responsable',
			'porteur',
		],
		...['fait par', 'done by', 'référent', 'chargé de'],
	],
	language: [
		'langue',
		'langue parlée',
		'langues',
		'language',
		'languages',
		'spoken language',
		'langue maternelle',
	],
	commune: [
		'commune',
		'ville',
		'city',
		'town',
		'commune de résidence',
		'lieu de vie',
		'code postal',
		'postcode',
		'cp',
	],
	safeContact: [
		...[
			'consigne de contact',
			'contact sans danger',
			'comment la contacter',
			'consigne',
			'consignes',
			'safe contact',
		],
		...['prudence', 'contact instruction', 'how to contact', 'contact', 'précautions'],
	],
	protection: [
		...['protection', 'protection du dossier', 'niveau de protection', 'protection level', 'confidentialité'],
		...['dossier protégé', 'confidentiality'],
	],
};

const ranked = situationFields.flatMap((field) =>
	headers[field].map((header, rank) => ({ field, header: loose(header), rank })),
);

/**
 * What each column probably says, by its header: each field once, at its surest header; null where nothing is known.
 * Headers are compared without case, accents nor signs.
 */
export function guessFields(columns: readonly string[]): (SituationField | null)[] {
	const guesses = columns.flatMap((column, at) =>
		ranked.filter(({ header }) => header === loose(column)).map(({ field, rank }) => ({ at, field, rank })),
	);
	const fields = columns.map((): SituationField | null => null);
	for (const { at, field } of guesses.toSorted((one, other) => one.rank - other.rank || one.at - other.at))
		if (fields[at] === null && !fields.includes(field)) fields[at] = field;
	return fields;
}
