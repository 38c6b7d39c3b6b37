import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { Point } from '../distance.ts';
import type { Backdrop } from './backdrop.ts';
import { circleAround } from './view.ts';

/** Colours as `#rrggbb`. */
export interface MapColours {
	readonly sea: string;
	readonly land: string;
	readonly coast: string;
	readonly ground: string;
	readonly circle: string;
}

/** A map style that asks nothing of anybody: no tiles, no letters, no images. */
export function mapStyle(
	{ land, communes }: Backdrop,
	colours: MapColours,
	around?: { center: Point; radiusKm: number },
): StyleSpecification {
	return {
		version: 8,
		sources: {
			land: { type: 'geojson', data: land },
			towns: { type: 'geojson', data: townPoints(communes) },
			circle: {
				type: 'geojson',
				data: around
					? circleAround(around.center, around.radiusKm)
					: { type: 'FeatureCollection', features: [] },
			},
		},
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
			{ id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
			{ id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.coast } },
			{
				id: 'towns',
				type: 'circle',
				source: 'towns',
				paint: { 'circle-color': colours.ground, 'circle-radius': groundRadius },
			},
			{
				id: 'circle',
				type: 'line',
				source: 'circle',
				paint: { 'line-color': colours.circle, 'line-width': 2, 'line-dasharray': [3.5, 2.5] },
			},
		],
	};
}

/** The kilometres of `spread` in pixels, doubled at each zoom: in France a pixel of zoom 0 holds some 55 km. */
const groundRadius: ExpressionSpecification = [
	'interpolate',
	['exponential', 2],
	['zoom'],
	4,
	['max', 1, ['*', ['get', 'spread'], 2 ** 4 / 55]],
	14,
	['max', 1, ['*', ['get', 'spread'], 2 ** 14 / 55]],
];

const townPoints = (communes: Backdrop['communes']) => ({
	type: 'FeatureCollection' as const,
	features: communes.map(({ longitude, latitude, population }) => ({
		type: 'Feature' as const,
		properties: { spread: Math.sqrt(population) * 0.008 },
		geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
	})),
});
