import type { Act } from '#lib/server/act.ts';

/** A commune large enough to be named on a map. */
export interface Town {
	readonly name: string;
	readonly longitude: number;
	readonly latitude: number;
	readonly population: number;
}

const leastPeople = 800;

/** Every commune that a map may name, with its centre; those placed approximately are not drawn. */
export const listTowns = async ({ tx }: Act): Promise<Town[]> => {
	const rows = await tx
		.selectFrom('commune')
		.select(['name', 'longitude', 'latitude', 'population'])
		.where('kind', '=', 'commune')
		.where('position', '=', 'given')
		.where('population', '>=', leastPeople)
		.orderBy('population', 'desc')
		.execute();
	return rows.flatMap(({ name, longitude, latitude, population }) =>
		longitude === null || latitude === null || population === null
			? []
			: [{ name, longitude, latitude, population }],
	);
};
