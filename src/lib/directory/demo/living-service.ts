import type { Place } from '../organisation.ts';
import { plainService, type Service, type Stop, welcomes } from '../service.ts';
import { daysAfter, daysBefore } from './calendar.ts';
import type { Chance } from './chance.ts';
import { languagesSpoken } from './languages.ts';
import type { Host } from './organisations.ts';
import { placeIn } from './places.ts';
import type { DemoCommune } from './seats.ts';
import { neighbours } from './service-zone.ts';

type Living = Pick<Service, keyof typeof plainService>;
type Told = Pick<Service, 'kind' | 'audiences' | 'welcomeModes'>;

/** What is true of a service these days: places, welcome, delay, closures, rounds. */
export function livingService(
	told: Told,
	host: Host,
	communes: readonly DemoCommune[],
	today: string,
	chance: Chance,
): Living {
	return {
		...plainService,
		...placesOf(told, chance),
		saturation: chance.maybe(0.25) ? chance.pick(['low', 'low', 'moderate', 'moderate', 'high']) : null,
		welcome: chance.maybe(0.35) ? welcomeOf(told, chance) : null,
		languages: chance.maybe(0.2) ? languagesSpoken(chance) : [],
		closures: chance.maybe(0.04) ? [closureOf(today, chance)] : [],
		stops: told.welcomeModes.includes('on-site') && chance.maybe(0.02) ? roundOf(host, communes, chance) : [],
		responseDays: chance.maybe(0.45) ? chance.pick([1, 2, 2, 3, 5, 7, 10, 15]) : null,
		confidential: host.organisation.confidential,
		contactPrivate: chance.maybe(0.01),
	};
}

const counted: readonly Service['kind'][] = ['workshop', 'training', 'support'];

function placesOf({ kind }: Told, chance: Chance): Pick<Service, 'capacity' | 'placesLeft'> {
	if (!counted.includes(kind) || !chance.maybe(0.3)) return { capacity: null, placesLeft: null };
	const capacity = chance.int(6, 24);
	return { capacity, placesLeft: chance.maybe(0.25) ? 0 : chance.int(1, capacity) };
}

function welcomeOf({ audiences }: Told, chance: Chance): Service['welcome'] {
	return audiences.includes('everyone') ? 'unconditional' : chance.pick(welcomes.slice(1));
}

const closureOf = (today: string, chance: Chance) => ({
	from: daysBefore(today, chance.int(0, 4)),
	to: chance.maybe(0.85) ? daysAfter(today, chance.int(2, 20)) : null,
	reason: chance.pick(['Congés de l’équipe', 'Formation de l’équipe', null]),
});

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr'];

/** A van that stops in neighbouring communes, one day each. */
function roundOf(host: Host, communes: readonly DemoCommune[], chance: Chance): Stop[] {
	return neighbours(host.commune, communes, 3).map((commune, index) =>
		stopIn(commune, placeIn(commune, host.territory, chance), `${days[index]} 09:30-12:00`),
	);
}

const stopIn = (commune: DemoCommune, place: Place, openingHours: string): Stop => ({
	name: `Place de la mairie, ${commune.name}`,
	address: place.address,
	communeCode: commune.code,
	longitude: place.longitude ?? commune.longitude,
	latitude: place.latitude ?? commune.latitude,
	openingHours,
	dates: [],
});
