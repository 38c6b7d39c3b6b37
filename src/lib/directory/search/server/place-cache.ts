import type { Work } from '#lib/server/act.ts';
import type { Filters } from '../address.ts';
import type { Place } from '../help.ts';
import { readPlace } from './place.ts';

const most = 5000;
let known = new Map<string, Promise<Place>>();
let knownVersion = -1;

/** `readPlace`, remembered until the directory or the territories change: most searches are near the same towns. */
export function placeOf(work: Work, filters: Filters, version: number): Promise<Place> {
	if (version !== knownVersion || known.size >= most) known = new Map();
	knownVersion = version;
	const key = JSON.stringify([filters.point, filters.commune || filters.place.toLowerCase()]);
	let place = known.get(key);
	if (!place) {
		place = readPlace(work, filters);
		known.set(key, place);
		place.catch(() => known.delete(key));
	}
	return place;
}
