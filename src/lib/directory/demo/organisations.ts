import type { Organisation, Place } from '../organisation.ts';
import { updateDate } from './calendar.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { domainOf, impossibleSiret, landline, mobile } from './contacts.ts';
import { atCommune, ofCommune, ofSign, slugOf, typeset } from './french.ts';
import { livingOrganisation } from './living-organisation.ts';
import { openingHours } from './opening-hours.ts';
import { traitsOf } from './organisation-traits.ts';
import { nowhere, placeIn, unlocated } from './places.ts';
import type { Seat } from './seats.ts';
import { commonSigns } from './territories.ts';

/** An organisation and what its services need to know of it. */
export interface Host extends Seat {
	readonly organisation: Organisation;
	readonly slug: string;
}

/** Gives each seat a name nobody else bears, a place and ways to be reached. */
export function nameOrganisations(seed: number, today: string, seats: readonly Seat[]): Host[] {
	const names = new Set<string>();
	return seats.map((seat, index) => {
		const rank = index + 1;
		const chance = chanceFrom(seed, `organisation/${rank}`);
		const name = freshName(seat, names, chance);
		names.add(name);
		const slug = slugOf(name);
		return { ...seat, slug, organisation: organisationOf(seat, { seed, rank, name, slug, today, chance }) };
	});
}

interface Draft {
	seed: number;
	rank: number;
	name: string;
	slug: string;
	today: string;
	chance: Chance;
}

function organisationOf(seat: Seat, { seed, rank, name, slug, today, chance }: Draft): Organisation {
	const number = String(rank).padStart(4, '0');
	const traits = traitsOf[seat.kind];
	return {
		source: 'demo',
		sourceId: `demo--org-${number}`,
		name,
		description: chance.maybe(0.92) ? aboutOf(seat, chance) : null,
		link: chance.maybe(0.85) ? `https://demo.example.org/organisations/${number}` : null,
		siret: chance.maybe(0.3) ? impossibleSiret(chance) : null,
		phone: chance.maybe(0.93) ? (chance.maybe(0.85) ? landline(rank) : mobile(rank)) : null,
		email: chance.maybe(0.88) ? `${chance.pick(['contact', 'accueil', 'bonjour'])}@${domainOf(slug)}` : null,
		website: chance.maybe(0.6) ? `https://${domainOf(slug)}` : null,
		openingHours: chance.maybe(0.85) ? openingHours(traits.rhythm, chance) : null,
		accessibilityUrl: chance.maybe(0.3) ? `https://acceslibre.example.org/exemple/${slug}` : null,
		networks: traits.networks,
		place: placeOf(seat, rank, chance),
		updatedOn: updateDate(today, chance),
		fictional: true,
		...livingOrganisation(seat.kind, today, chanceFrom(seed, `living/organisation/${rank}`)),
	};
}

// The first organisations are those of the demo people: they always stand somewhere.
function placeOf(seat: Seat, rank: number, chance: Chance): Place | null {
	const place = placeIn(seat.commune, seat.territory, chance);
	if (rank < 20 || chance.maybe(0.97)) return place;
	return chance.pick([null, unlocated(place), nowhere]);
}

function aboutOf(seat: Seat, chance: Chance): string {
	const sentences = chance.some(traitsOf[seat.kind].about, chance.int(1, 2));
	return filled([...sentences, ...chance.some(more(chance), chance.int(1, 2))].join(' '), seat);
}

/** What may be said of any organisation. */
const more = (chance: Chance): readonly string[] => [
	`Notre équipe compte ${chance.int(3, 19)} personnes.`,
	'Les locaux sont accessibles en fauteuil roulant.',
	'Un arrêt de bus est à moins de cinq minutes à pied.',
	'Un coin jeux attend les enfants.',
	'Nous travaillons avec les autres associations et services {ofArea}.',
	'Une personne de l’équipe parle aussi anglais ou arabe.',
	`Nous sommes là depuis ${chance.int(1978, 2021)}.`,
	'À l’accueil, on prend le temps de vous écouter.',
];

/** Replaces the marks of a sentence by the names of the place. */
export const filled = (text: string, { commune, territory }: Pick<Seat, 'commune' | 'territory'>): string =>
	typeset(
		text
			.replaceAll('{ofCommune}', ofCommune(commune.name))
			.replaceAll('{atCommune}', atCommune(commune.name))
			.replaceAll('{inArea}', territory.inArea)
			.replaceAll('{ofArea}', territory.ofArea),
	);

function freshName(seat: Seat, taken: ReadonlySet<string>, chance: Chance): string {
	const signs = chance.shuffle([...seat.territory.signs, ...seat.territory.signs, ...commonSigns]);
	const patterns = chance.shuffle(traitsOf[seat.kind].names);
	for (const sign of signs) {
		for (const pattern of patterns) {
			const name = named(pattern, sign, seat);
			if (!taken.has(name)) return name;
		}
	}
	throw new Error(`no name left for a ${seat.kind} in ${seat.commune.name}`);
}

const named = (pattern: string, sign: string, seat: Seat): string =>
	filled(pattern.replace('{sign}', sign).replace('{ofSign}', ofSign(sign)), seat);
