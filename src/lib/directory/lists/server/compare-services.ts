import type { Work } from '#lib/server/act.ts';
import { readPlace } from '../../search/server/place.ts';
import { findServicesById } from '../../server/services.ts';
import { idsIn } from '../selection.ts';
import { type ShownComparison, showComparison } from '../shown-comparison.ts';

export interface Compared {
	/** Those of the ids that are services, in their order. */
	readonly ids: readonly string[];
	readonly place: string;
	/** What was typed as a place is none. */
	readonly placeUnknown: boolean;
	readonly comparison: ShownComparison;
}

/** The services of an address of `/selection`, side by side. */
export async function compareServices(act: Work, params: URLSearchParams, at: Date): Promise<Compared> {
	const place = (params.get('lieu') ?? '').slice(0, 100).trim();
	const { near } = await readPlace(act, { place, commune: '', point: undefined });
	const services = await act((here) => findServicesById(here, idsIn(params.getAll('services'))));
	return {
		ids: services.map(({ id }) => id),
		place,
		placeUnknown: place !== '' && near === undefined,
		comparison: showComparison(services, near, at),
	};
}
