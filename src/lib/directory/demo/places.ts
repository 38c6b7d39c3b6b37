import type { Place } from '../organisation.ts';
import type { Chance } from './chance.ts';
import type { DemoCommune } from './seats.ts';
import { commonStreets, type DemoTerritory } from './territories.ts';

const kilometresOfLatitude = 111.2;

/** An invented address in a real commune, near its centre when that centre is known. */
export function placeIn(commune: DemoCommune, territory: DemoTerritory, chance: Chance): Place {
	const street = chance.pick([...commonStreets, ...territory.streets, ...territory.streets]);
	const last = street.startsWith('place') ? 24 : 148;
	return {
		address: `${chance.int(1, last)}${chance.maybe(0.08) ? ' bis' : ''} ${street}`,
		addressMore: chance.maybe(0.15) ? chance.pick(additions) : null,
		postcode: commune.postcode,
		communeName: commune.name,
		inseeCode: commune.code,
		communeCode: commune.code,
		...pointIn(commune, territory, chance),
	};
}

/** The same words without any point, as when a source gives none. */
export const unlocated = (place: Place): Place => ({
	...place,
	communeCode: null,
	inseeCode: null,
	latitude: null,
	longitude: null,
	position: 'unknown',
});

/** A place of which nothing is known: help given at a distance. */
export const nowhere: Place = {
	address: null,
	addressMore: null,
	postcode: null,
	communeName: null,
	inseeCode: null,
	communeCode: null,
	latitude: null,
	longitude: null,
	position: 'unknown',
};

/** Up to 1.5 km from the centre of a large town, 400 m in a village, never seaward; an approximate centre stays. */
function pointIn(
	commune: DemoCommune,
	territory: DemoTerritory,
	chance: Chance,
): Pick<Place, 'latitude' | 'longitude' | 'position'> {
	const { latitude, longitude, position } = commune;
	if (position === 'approximate') return { latitude, longitude, position };
	const radius = Math.min(1.5, 0.3 + commune.population / 20_000);
	const angle = chance.next() * 2 * Math.PI;
	const distance = radius * Math.sqrt(chance.next());
	const east = distance * Math.cos(angle);
	const landward = territory.seaside.includes(commune.code) ? Math.abs(east) : east;
	return {
		latitude: rounded(latitude + (distance * Math.sin(angle)) / kilometresOfLatitude),
		longitude: rounded(longitude + landward / (kilometresOfLatitude * Math.cos((latitude * Math.PI) / 180))),
		position: 'given',
	};
}

/** Five decimals: about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

const additions: readonly string[] = [
	'Bâtiment B',
	'1er étage',
	'Au fond de la cour',
	'Entrée par le parking',
	'Ancienne école',
	'Rez-de-chaussée, porte de gauche',
	'À côté de la salle des fêtes',
];
