import type { Audience } from '../service.ts';

/** People as a sentence names them, article first. */
export const peopleOf: Readonly<Record<Audience, string>> = {
	everyone: 'tout le monde',
	workers: 'les personnes en emploi',
	'minimum-income-recipients': 'les personnes qui touchent le RSA ou un autre minimum social',
	'job-seekers': 'les personnes en recherche d’emploi',
	students: 'les personnes qui étudient',
	families: 'les familles',
	women: 'les femmes',
	'young-people': 'les jeunes de 16 à 25 ans',
	'people-with-disabilities': 'les personnes en situation de handicap',
	'people-in-emergency': 'les personnes en situation d’urgence',
	'people-with-legal-situation': 'les personnes qui ont affaire à la justice',
	'exiled-people': 'les personnes exilées',
	'priority-area-residents': 'les habitants des quartiers prioritaires et des communes rurales fragiles',
	seniors: 'les personnes de 60 ans et plus',
};

/** More exact words, when a service is for one group only. */
export const detailsOf: Readonly<Record<Audience, readonly string[]>> = {
	everyone: ['Quelle que soit votre situation.', 'Habitants du secteur, quelle que soit leur situation.'],
	workers: ['Personnes salariées ou à leur compte.'],
	'minimum-income-recipients': [
		'RSA, allocation de solidarité, allocation adulte handicapé, minimum vieillesse.',
	],
	'job-seekers': ['Personnes sans emploi, inscrites ou non.'],
	students: ['Avec une carte d’étudiant de l’année.'],
	families: ['Parents, futurs parents et grands-parents.', 'Familles avec au moins un enfant à charge.'],
	women: ['Femmes seules ou avec enfants.', 'Femmes de 18 ans et plus.'],
	'young-people': ['De 16 à 25 ans.', 'De 16 à 25 ans, à l’école ou non.'],
	'people-with-disabilities': [
		'Avec ou sans reconnaissance de handicap.',
		'Adultes reconnus en situation de handicap.',
	],
	'people-in-emergency': ['Personnes sans logement, sans ressources ou en danger.'],
	'people-with-legal-situation': ['Personnes victimes, condamnées ou sortant de détention.'],
	'exiled-people': [
		'Quel que soit le titre de séjour.',
		'Personnes qui demandent l’asile, réfugiées ou nouvellement arrivées.',
	],
	'priority-area-residents': ['Selon votre adresse : nous vérifions avec vous.'],
	seniors: ['À partir de 60 ans.', 'Personnes retraitées, seules ou en couple.'],
};
