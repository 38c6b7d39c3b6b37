import { tellService, tellStructure } from '../publishing/di-answers.ts';
import type { PublishedOrganisation, PublishedService } from '../publishing/entry.ts';

type Position = readonly [longitude: number, latitude: number];
type Geometry =
	| { readonly type: 'Point'; readonly coordinates: Position }
	| { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] };

/** RFC 7946. What has no point is a feature without geometry. */
export interface Feature {
	readonly type: 'Feature';
	readonly id: string;
	readonly geometry: Geometry | null;
	readonly properties: Readonly<Record<string, unknown>>;
}

/** An organisation at its place, with the fields of data·inclusion v1. */
export const structureFeature = (given: PublishedOrganisation): Feature =>
	featureOf('structure', tellStructure(given), []);

/** A service at its place; a mobile one at each of its stops too. */
export function serviceFeature(given: PublishedService): Feature {
	const told = tellService(given);
	return featureOf('service', told, 'arrets' in told ? given.stops : []);
}

interface Told extends Readonly<Record<string, unknown>> {
	readonly id: string;
	readonly longitude: number | null;
	readonly latitude: number | null;
}

function featureOf(
	kind: 'structure' | 'service',
	{ longitude, latitude, ...told }: Told,
	stops: readonly { readonly longitude: number; readonly latitude: number }[],
): Feature {
	const own: readonly Position[] = longitude !== null && latitude !== null ? [[longitude, latitude]] : [];
	const spots = [...own, ...stops.map((stop): Position => [stop.longitude, stop.latitude])];
	return {
		type: 'Feature',
		id: told.id,
		geometry: geometryOf(spots),
		properties: { objet: kind, ...told },
	};
}

function geometryOf(spots: readonly Position[]): Geometry | null {
	const [first, ...others] = spots;
	if (!first) return null;
	return others.length === 0
		? { type: 'Point', coordinates: first }
		: { type: 'MultiPoint', coordinates: spots };
}
