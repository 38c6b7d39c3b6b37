import type { OfferKind } from '../organisation.ts';
import type { OrganisationKind } from './organisation-kind.ts';

/** A trade that a demo employer offers to discover, learn or do. */
export interface Trade {
	readonly title: string;
	/** Code of France Travail's ROME. */
	readonly romeCode: string;
	readonly about: string;
	readonly kinds: readonly OfferKind[];
	readonly by: readonly OrganisationKind[];
}

export const trades: readonly Trade[] = [
	{
		title: 'Jardinier, jardinière d’espaces verts',
		romeCode: 'A1203',
		about: 'Tonte, taille et plantation dans les parcs de la commune, en équipe de six.',
		kinds: ['immersion', 'job'],
		by: ['work-site', 'work-company', 'staffing-association'],
	},
	{
		title: 'Ouvrier maraîcher, ouvrière maraîchère',
		romeCode: 'A1414',
		about: 'Semer, récolter et préparer les paniers de légumes. Le travail s’apprend sur place.',
		kinds: ['immersion', 'training', 'job'],
		by: ['work-site', 'solidarity-grocery'],
	},
	{
		title: 'Agent, agente de tri et de réemploi',
		romeCode: 'K2304',
		about: 'Trier, nettoyer et réparer ce qui peut resservir, puis le mettre en rayon.',
		kinds: ['immersion', 'job'],
		by: ['reuse', 'work-site'],
	},
	{
		title: 'Mécanicien, mécanicienne cycles',
		romeCode: 'I1607',
		about: 'Remettre des vélos en état à l’atelier et conseiller les habitants.',
		kinds: ['immersion', 'training'],
		by: ['mobility-garage', 'mobility-platform', 'reuse'],
	},
	{
		title: 'Mécanicien, mécanicienne automobile',
		romeCode: 'I1604',
		about: 'Entretien courant et petites réparations, avec un chef d’atelier.',
		kinds: ['training', 'job'],
		by: ['mobility-garage'],
	},
	{
		title: 'Poseur, poseuse d’isolants',
		romeCode: 'F1613',
		about: 'Isoler des maisons pour qu’elles coûtent moins à chauffer. Équipement fourni.',
		kinds: ['training', 'job'],
		by: ['work-company', 'employer-group'],
	},
	{
		title: 'Peintre en bâtiment',
		romeCode: 'F1606',
		about: 'Préparer les murs, peindre, poser des revêtements dans des logements.',
		kinds: ['immersion', 'training', 'job'],
		by: ['work-site', 'work-company', 'employer-group'],
	},
	{
		title: 'Aide à domicile',
		romeCode: 'K1304',
		about: 'Ménage, courses et présence auprès de personnes âgées. Tournées organisées près de chez vous.',
		kinds: ['immersion', 'job'],
		by: ['home-help', 'staffing-association'],
	},
	{
		title: 'Auxiliaire de vie',
		romeCode: 'K1302',
		about: 'Aider une personne à se lever, manger, sortir. Tutorat pendant les trois premiers mois.',
		kinds: ['immersion', 'training', 'job'],
		by: ['home-help', 'carers', 'disability'],
	},
	{
		title: 'Aide-soignant, aide-soignante',
		romeCode: 'J1501',
		about: 'Soins d’hygiène et de confort. Une formation rémunérée est possible.',
		kinds: ['training', 'job'],
		by: ['health-centre', 'home-help'],
	},
	{
		title: 'Garde d’enfants',
		romeCode: 'K1303',
		about: 'Accueillir de jeunes enfants le matin et le soir, à la crèche ou chez eux.',
		kinds: ['immersion', 'job'],
		by: ['childcare', 'home-help'],
	},
	{
		title: 'Agent, agente de propreté',
		romeCode: 'K2204',
		about: 'Entretien de bureaux et d’écoles, en journée, dans une même commune.',
		kinds: ['immersion', 'job'],
		by: ['staffing-association', 'temp-agency', 'work-company'],
	},
	{
		title: 'Préparateur, préparatrice de commandes',
		romeCode: 'N1103',
		about: 'Réunir et emballer des commandes. Le permis de chariot se passe sur place.',
		kinds: ['training', 'job'],
		by: ['temp-agency', 'employer-group'],
	},
	{
		title: 'Aide de cuisine',
		romeCode: 'G1602',
		about: 'Éplucher, préparer les entrées, tenir la plonge d’une cuisine de quarante couverts.',
		kinds: ['immersion', 'job'],
		by: ['social-centre', 'third-place', 'disability', 'food-aid'],
	},
];
