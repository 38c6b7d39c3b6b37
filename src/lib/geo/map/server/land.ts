import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { type Bounds, contains, cropLand, type Land, outline, type Ring } from '../crop.ts';

const require = createRequire(import.meta.url);

/** Where France is. Its coasts are cut out once: the continents have four hundred thousand points. */
const windows: readonly Bounds[] = [
	{ west: -12, south: 38, east: 17, north: 55 }, // metropolitan France
	{ west: -65.5, south: 13, east: -58.5, north: 19.5 }, // Antilles
	{ west: -59, south: -1, east: -47, north: 9 }, // Guyane
	{ west: 52, south: -24, east: 59, north: -18 }, // La Réunion
	{ west: 42, south: -16, east: 48, north: -10 }, // Mayotte
	{ west: -60, south: 44, east: -52, north: 50 }, // Saint-Pierre-et-Miquelon
	{ west: 160, south: -25, east: 172, north: -16 }, // Nouvelle-Calédonie
	{ west: -182, south: -17, east: -173, north: -9 }, // Wallis-et-Futuna
	{ west: -157, south: -30, east: -132, north: -5 }, // Polynésie française
];
const everywhere: Bounds = {
	west: Number.NEGATIVE_INFINITY,
	south: -91,
	east: Number.POSITIVE_INFINITY,
	north: 91,
};

interface Window {
	readonly bounds: Bounds;
	readonly land: Land;
}
let cut: readonly Window[] | undefined;

/** Land around the bounds of a view: Natural Earth at 1:10 million around France, 1:110 million for the rest. */
export function landIn(bounds: Bounds): Land {
	cut ??= cutWindows();
	return cut.find((window) => contains(window.bounds, bounds))!.land;
}

function cutWindows(): Window[] {
	const world = readLand(require.resolve('world-atlas/land-10m.json'));
	const fine = windows.map((bounds) => ({ bounds, land: cropLand(world, bounds) }));
	return [...fine, { bounds: everywhere, land: readLand(require.resolve('world-atlas/land-110m.json')) }];
}

function readLand(file: string): Land {
	const topology: Topology = JSON.parse(readFileSync(file, 'utf8'));
	const land = feature(topology, topology.objects.land!);
	const shapes = land.type === 'FeatureCollection' ? land.features : [land];
	return shapes.flatMap(({ geometry }) =>
		geometry.type === 'MultiPolygon' ? geometry.coordinates.flat().map((ring) => outline(asRing(ring))) : [],
	);
}

/** Without the repeated first position, and going on past ±180 where the outline crosses that line. */
function asRing(ring: number[][]): Ring {
	let last = ring[0]?.[0] ?? 0;
	return ring.slice(1).map(([longitude = 0, latitude = 0]) => {
		last = longitude + 360 * Math.round((last - longitude) / 360);
		return [last, latitude];
	});
}
