import { type Organisation, plainOrganisation } from '../../src/lib/directory/organisation.ts';
import { type Chance, chanceFrom, inventWords, mistyped, pick, zipf } from './chance.ts';

/** A commune as the reference tells it. */
export interface Town {
	readonly code: string;
	readonly name: string;
	readonly latitude: number;
	readonly longitude: number;
}

/** Two tellings of one organisation, by two sources. */
export interface Twins {
	readonly told: Organisation;
	readonly retold: Organisation;
}

/** What names are made of, besides who they are called after: networks whose names fill the field, and plain words. */
const kinds = (
	'Mission locale|CCAS|Centre social|France services|Maison de quartier|Association|Régie de quartier|Épicerie solidaire|' +
	'Foyer|Espace numérique|Restos du cœur|Secours populaire|Point d’accueil|Auto-école sociale|Chantier d’insertion'
).split('|');
const streets = ['rue', 'avenue', 'place', 'boulevard', 'impasse'];

/** Organisations of which `share` are told twice, in towns of unequal size; the same ones from the same seed. */
export function inventTwins(towns: readonly Town[], count: number, share: number) {
	const chance = chanceFrom(3_110);
	const words = inventWords(chance, 40_000);
	const doubled = Math.round(count * share);
	const singles = Array.from({ length: count - doubled }, (_, i) => inventOne(chance, words, towns, i));
	const twins = singles
		.slice(0, doubled)
		.map((told, i): Twins => ({ told, retold: toldAgain(chance, told, i) }));
	return { singles, twins };
}

function inventOne(
	chance: Chance,
	words: readonly string[],
	towns: readonly Town[],
	i: number,
): Organisation {
	const town = towns[zipf(chance, towns.length)]!;
	const called = Array.from({ length: 1 + Math.floor(chance() * 2) }, () =>
		titled(words[zipf(chance, words.length)]!),
	);
	return {
		...plainOrganisation,
		source: 'banc',
		sourceId: `banc--${i}`,
		name: `${pick(chance, kinds)} ${called.join(' ')}${chance() < 0.3 ? ` de ${town.name}` : ''}`,
		description: null,
		link: null,
		siret: chance() < 0.7 ? digits(chance, 14) : null,
		phone: chance() < 0.8 ? `+33${1 + Math.floor(chance() * 5)}${digits(chance, 8)}` : null,
		email: chance() < 0.6 ? `contact@maison-${i}.example` : null,
		website: chance() < 0.4 ? `https://maison-${i}.example/` : null,
		openingHours: null,
		accessibilityUrl: null,
		networks: [],
		place: {
			address: `${1 + Math.floor(chance() * 150)} ${pick(chance, streets)} ${titled(words[zipf(chance, words.length)]!)}`,
			addressMore: null,
			postcode: null,
			communeName: town.name,
			inseeCode: town.code,
			communeCode: null,
			latitude: town.latitude + (chance() - 0.5) / 20,
			longitude: town.longitude + (chance() - 0.5) / 20,
			position: 'given',
		},
		updatedOn: '2026-10-01',
		fictional: true,
	};
}

/** As another source would: a slip in the name, the town added, contacts and number often missing, the point a little aside. */
function toldAgain(chance: Chance, told: Organisation, i: number): Organisation {
	const kept = <Value>(value: Value, share: number) => (chance() < share ? value : null);
	const { place, name } = told;
	return {
		...told,
		source: 'écho',
		sourceId: `écho--${i}`,
		name: renamed(chance, name, place?.communeName ?? ''),
		siret: kept(told.siret, 0.5),
		phone: kept(told.phone, 0.7),
		email: kept(told.email, 0.6),
		website: kept(told.website, 0.6),
		place: place && {
			...place,
			address: kept(place.address, 0.8),
			latitude: (place.latitude ?? 0) + (chance() - 0.5) / 2000,
			longitude: (place.longitude ?? 0) + (chance() - 0.5) / 2000,
		},
	};
}

function renamed(chance: Chance, name: string, town: string): string {
	const said = name.split(' ');
	const long = said.findLastIndex((word) => word.length >= 5);
	const way = chance();
	if (way < 0.4 && long >= 0) return said.with(long, mistyped(chance, said[long]!)).join(' ');
	if (way < 0.6) return name.toUpperCase();
	return way < 0.8 ? `${name} – ${town}` : name;
}

const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const digits = (chance: Chance, length: number) =>
	Array.from({ length }, () => Math.floor(chance() * 10)).join('');
