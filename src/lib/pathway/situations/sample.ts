import { translate } from '#lib/texts/translator.ts';
import { addDays } from '#lib/time/days.ts';
import type { SituationField } from './field.ts';

/** What each invented person says, in the order of the fields that the sample shows. */
const invented = [
	{ name: 'Lila', goal: 'Un logement à moi', domain: 'Logement', step: 'Appeler la mairie', owner: 'moi' },
	{
		name: 'Omar',
		goal: 'Retrouver du travail',
		domain: 'Travail',
		step: 'Écrire un CV',
		owner: 'la personne',
	},
	{
		name: 'Ana',
		goal: 'Souffler un peu',
		domain: 'Entourage et envies',
		step: 'Visiter le jardin',
		owner: 'moi',
	},
	{
		name: 'Yao',
		goal: 'Lire le courrier seul',
		domain: 'Lire, écrire, compter',
		step: 'S’inscrire au cours',
		owner: 'moi',
	},
	{
		name: 'Zoé',
		goal: 'Passer le permis',
		domain: 'Se déplacer',
		step: 'Appeler l’auto-école',
		owner: 'la personne',
	},
	{ name: 'Ivo', goal: 'Régler mes dettes', domain: 'Argent', step: 'Réunir les factures', owner: 'moi' },
] as const;

const shown = [
	'mark',
	'name',
	'openedOn',
	'goal',
	'domain',
	'step',
	'dueOn',
	'owner',
	'language',
	'safeContact',
] as const;
const headers: Readonly<Record<(typeof shown)[number], string>> = {
	mark: 'Repère',
	name: 'Prénom ou pseudonyme',
	openedOn: 'Date d’ouverture',
	goal: 'Ce qu’elle veut',
	domain: 'Domaine',
	step: 'Première étape',
	dueOn: 'Pour quand',
	owner: 'Qui s’en occupe',
	language: 'Langue',
	safeContact: 'Consigne de contact',
};
type Shown = Readonly<Partial<Record<SituationField, string>>>;

const french = (day: string): string => day.split('-').toReversed().join('/');

/** So many invented people, one line each; names are told apart by a rank once the invented ones are used up. */
export const inventedLines = (today: string, count: number): Shown[] =>
	Array.from({ length: count }, (_, rank) => {
		const { name, ...said } = invented[rank % invented.length] ?? invented[0];
		const again = Math.floor(rank / invented.length);
		return {
			...said,
			mark: String(rank + 1),
			name: again === 0 ? name : `${name}-${again + 1}`,
			openedOn: french(addDays(today, -30 - rank)),
			dueOn: french(addDays(today, 7 + (rank % 21))),
			language: rank % 3 === 0 ? 'français' : rank % 3 === 1 ? 'arabe' : '',
			safeContact: rank % 6 === 2 ? 'SMS après 18 h, sans dire d’où' : '',
		};
	});

/** The lines of a table under their headers, as the invented ones show them. */
export const tableOf = (lines: readonly Shown[]): string[][] => [
	shown.map((field) => headers[field]),
	...lines.map((line) => shown.map((field) => line[field] ?? '')),
];

/** The sample that the page offers: titled as invented, one person over two lines. */
export function sampleTable(today: string): string[][] {
	const [first, ...others] = inventedLines(today, 5);
	const more: Shown = {
		mark: '1',
		step: 'Remplir la demande de logement',
		dueOn: first?.dueOn ?? '',
		owner: 'moi',
	};
	return [[translate('situations.sample-file')], ...tableOf([first ?? {}, more, ...others])];
}
