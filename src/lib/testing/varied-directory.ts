import type { ParsedRow } from '../directory/formats/row.ts';
import type { Organisation } from '../directory/organisation.ts';
import type { Service } from '../directory/service.ts';
import { anOrganisation, aService, lens, linesOf } from './directory.ts';

const nth = <Item>(items: readonly [Item, ...Item[]], rank: number): Item =>
	items[rank % items.length] ?? items[0];

const arras = {
	...lens,
	postcode: '62000',
	communeName: 'Arras',
	inseeCode: '62041',
	longitude: 2.78,
	latitude: 50.29,
};

/** What a shelter hides; none of these words may ever leave. */
export const canaries = [
	'canari-adresse',
	'canari-arret',
	'03 21 99 99 99',
	'canari@prive.fr',
	'Canari Durand',
	'98765432109876',
	'50.98765',
];

const hidden = { ...lens, address: 'canari-adresse', longitude: 2.98765, latitude: 50.98765 };
const secret = {
	confidential: true,
	contactPrivate: true,
	phone: '03 21 99 99 99',
	email: 'canari@prive.fr',
} as const;
const round: Service['stops'] = [
	{
		name: 'Mairie',
		address: null,
		communeCode: '62498',
		longitude: 2.83,
		latitude: 50.43,
		openingHours: 'Tu 09:00-12:00',
		dates: [],
	},
	{
		name: 'Gare',
		address: null,
		communeCode: '62041',
		longitude: 2.78,
		latitude: 50.29,
		openingHours: null,
		dates: ['2026-12-01'],
	},
];

const organisation = (rank: number): Organisation =>
	anOrganisation(`o${rank}`, {
		name: nth(['Maison de l’Été', 'Mission locale', 'Régie', 'Abri'], rank),
		networks: nth<string[]>([['mission-locale'], [], ['france-travail']], rank),
		employerKind: rank % 4 === 0 ? 'aci' : null,
		siret: rank % 2 === 0 ? '20009320100016' : null,
		...(rank === 3 && { ...secret, place: hidden, siret: '98765432109876' }),
	});

const service = (rank: number): Service =>
	aService(`s${rank}`, `o${rank % 4}`, {
		name: nth(['Permis à l’essai', 'Atelier numérique', 'Aide au logement'], rank),
		topics: nth([['mobilite--preparer-un-permis'], ['numerique--acquerir-un-equipement'], []], rank),
		audiences: nth<Service['audiences']>([['everyone'], ['young-people', 'women'], []], rank),
		kind: nth<Service['kind']>(['support', 'workshop', null], rank),
		fee: nth<Service['fee']>(['free', 'paid', null], rank >> 1),
		zone: nth<string[]>([['62'], ['62041'], [], ['france']], rank),
		place: rank % 5 === 0 ? null : nth([lens, arras], rank),
		stops: rank % 6 === 1 ? round : [],
		openingHours: rank % 2 === 0 ? 'Mo-Fr 09:00-12:00; PH off' : null,
		updatedOn: '2026-10-01',
		...(rank % 4 === 3 && {
			...secret,
			place: hidden,
			contactName: 'Canari Durand',
			stops: [{ ...round[0]!, name: 'canari-arret' }],
		}),
	});

/** Four organisations, one of them a shelter, and so many services, of every kind. */
export const variedDirectory = (services: number): ParsedRow[] =>
	linesOf(...[0, 1, 2, 3].map(organisation), ...Array.from({ length: services }, (_, rank) => service(rank)));

/** The communes, the département and the région where it stands. */
export const itsTerritory = `
	insert into territory (kind, code, year, name) values ('region', '32', 2025, 'Hauts-de-France'), ('department', '62', 2025, 'Pas-de-Calais');
	insert into commune (code, name, kind, current_code, department_code, region_code, search_name, population, postcodes, longitude, latitude, position)
		values ('62498', 'Lens', 'commune', '62498', '62', '32', 'lens', 32000, '{62300}', 2.83, 50.43, 'given'),
		('62041', 'Arras', 'commune', '62041', '62', '32', 'arras', 42000, '{62000}', 2.78, 50.29, 'given')`;
