import {
	acceptances,
	type EmployerKind,
	type Offer,
	type Organisation,
	plainOrganisation,
	type Resource,
} from '../organisation.ts';
import { daysAfter, daysBefore } from './calendar.ts';
import type { Chance } from './chance.ts';
import { languagesSpoken } from './languages.ts';
import type { OrganisationKind } from './organisation-kind.ts';
import { type Trade, trades } from './trades.ts';

type Living = Pick<Organisation, keyof typeof plainOrganisation>;

/** What is true of an organisation these days: languages, closures, trades, means to share. */
export function livingOrganisation(kind: OrganisationKind, today: string, chance: Chance): Living {
	const hidden = kind === 'womens-rights' && chance.maybe(0.5);
	return {
		...plainOrganisation,
		languages: chance.maybe(0.3) ? languagesSpoken(chance) : [],
		closures: chance.maybe(0.06) ? [summerOrWorks(today, chance)] : [],
		employerKind: employers[kind] ?? null,
		offers: offersOf(kind, today, chance),
		resources: chance.maybe(0.12) ? [{ ...chance.pick(means), until: null }] : [],
		confidential: hidden,
		contactPrivate: !hidden && chance.maybe(0.01),
	};
}

const employers: Readonly<Partial<Record<OrganisationKind, EmployerKind>>> = {
	'work-site': 'aci',
	'staffing-association': 'ai',
	'work-company': 'ei',
	'temp-agency': 'etti',
	'employer-group': 'geiq',
	'mobility-garage': 'aci',
	reuse: 'aci',
	disability: 'esat',
	'home-help': 'association',
	'third-place': 'cooperative',
};

function summerOrWorks(today: string, chance: Chance) {
	if (chance.maybe(0.5))
		return {
			from: daysBefore(today, chance.int(0, 5)),
			to: daysAfter(today, chance.int(2, 20)),
			reason: 'Travaux',
		};
	const from = daysAfter(today, chance.int(10, 40));
	return { from, to: daysAfter(from, chance.int(5, 15)), reason: 'Fermeture annuelle' };
}

function offersOf(kind: OrganisationKind, today: string, chance: Chance): Offer[] {
	const known = trades.filter(({ by }) => by.includes(kind));
	if (known.length === 0 || !chance.maybe(0.6)) return [];
	return chance.some(known, chance.int(1, 2)).map((trade) => offerOf(trade, kind, today, chance));
}

const offerOf = (trade: Trade, kind: OrganisationKind, today: string, chance: Chance): Offer => ({
	kind: chance.pick(trade.kinds),
	title: trade.title,
	romeCode: trade.romeCode,
	description: trade.about,
	accepts: acceptances.filter(
		(each) => (kind === 'disability' || each === 'beginners') && chance.maybe(0.75),
	),
	places: chance.maybe(0.7) ? chance.int(1, 6) : null,
	until: chance.maybe(0.4) ? daysAfter(today, chance.int(20, 150)) : null,
});

const means: readonly Omit<Resource, 'until'>[] = [
	{
		direction: 'offered',
		kind: 'premises',
		title: 'Une salle de vingt places, libre le soir',
		description: 'Chaises, tableau et accès par la rue. Les clés se demandent à l’accueil.',
	},
	{
		direction: 'offered',
		kind: 'vehicle',
		title: 'Un minibus de neuf places, deux jours par semaine',
		description: 'Il faut un conducteur de la structure. Carburant à votre charge.',
	},
	{
		direction: 'offered',
		kind: 'skill',
		title: 'Une interprète en arabe et en dari',
		description: 'Sur rendez-vous, le jeudi, pour les structures du territoire.',
	},
	{
		direction: 'offered',
		kind: 'equipment',
		title: 'Dix ordinateurs portables à prêter',
		description: null,
	},
	{
		direction: 'sought',
		kind: 'volunteers',
		title: 'Des bénévoles pour les distributions du samedi',
		description: 'Deux heures par semaine, sans condition d’âge.',
	},
	{
		direction: 'sought',
		kind: 'premises',
		title: 'Un bureau fermé une demi-journée par semaine',
		description: 'Pour recevoir des personnes au calme, près d’un arrêt de bus.',
	},
	{
		direction: 'sought',
		kind: 'funding',
		title: 'Un cofinancement pour une tournée mobile',
		description: null,
	},
];
