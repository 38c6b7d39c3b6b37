import { anonymous } from '#lib/actor.ts';
import { backdropIn, type Surroundings, surroundings } from '#lib/geo/map/backdrop.ts';
import { type Ground, type MapScene, mapScene } from '#lib/geo/map/scene.ts';
import { landIn } from '#lib/geo/map/server/land.ts';
import { actAs } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { listTowns, type Town } from '#lib/territory/server/towns.ts';
import type { Place } from '../organisation.ts';
import type { Help } from '../search/help.ts';
import { resultsPoints } from '../search/results-points.ts';

const results = { width: 480, height: 460 };
const sheet = { width: 420, height: 260 };

let known: { version: number; towns: Promise<Town[]>; grounds: Map<string, Ground> } | undefined;

/** The towns that maps name, and the grounds drawn of them, once an edition of the directory and of the territories. */
function countryOf(version: number) {
	if (known?.version !== version) {
		const towns = actAs(application().db, anonymous)(listTowns);
		known = { version, towns, grounds: new Map() };
		towns.catch(() => {
			known = undefined;
		});
	}
	return known;
}

const frameOf = (help: Help) => ({
	...results,
	center: help.place.near,
	radiusKm: help.place.near ? help.filters.radiusKm : undefined,
	points: resultsPoints(help),
});

/** Cuts the coasts out before the first reader comes: half a second, once. */
export const warmMaps = (): void => void landIn({ west: 2, south: 50, east: 3, north: 51 });

/** The map of a page of results; null when nothing of it has a place. */
export async function resultsMap(help: Help, version: number): Promise<MapScene | null> {
	const frame = frameOf(help);
	if (frame.points.length === 0) return null;
	const { towns, grounds } = countryOf(version);
	return mapScene({ ...frame, communes: await towns, land: landIn, kept: grounds });
}

/** The interactive map of the same results. */
export async function resultsSurroundings(help: Help, version: number): Promise<Surroundings> {
	const frame = frameOf(help);
	const { near } = help.place;
	return {
		backdrop: backdropIn(surroundings(frame), await countryOf(version).towns, landIn),
		points: frame.points,
		center: near ? { latitude: near.latitude, longitude: near.longitude } : null,
		radiusKm: frame.radiusKm ?? null,
	};
}

/** The map of one place; null when its point is unknown. */
export async function placeMap(
	place: Place | null,
	label: string,
	version: number,
): Promise<MapScene | null> {
	if (!place || place.latitude === null || place.longitude === null) return null;
	const { latitude, longitude } = place;
	const approximate = place.position !== 'given';
	return mapScene({
		...sheet,
		points: [{ id: 'place', label, latitude, longitude, number: null, approximate }],
		communes: await countryOf(version).towns,
		land: landIn,
	});
}
