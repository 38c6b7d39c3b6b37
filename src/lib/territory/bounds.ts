import type { Point } from '../geo/distance.ts';

type Box = readonly [south: number, west: number, north: number, east: number];

/** France and its overseas territories, with a margin of a few kilometres: outside, a coordinate is a mistake. */
const boxes: Readonly<Record<string, Box>> = {
	mainland: [41.2, -5.5, 51.3, 9.8],
	guadeloupe: [15.7, -62, 16.6, -60.8],
	martinique: [14.3, -61.4, 15, -60.7],
	guyane: [2, -54.7, 5.9, -51.5],
	reunion: [-21.5, 55.1, -20.8, 55.95],
	mayotte: [-13.1, 44.9, -12.5, 45.4],
	saintPierreEtMiquelon: [46.6, -56.6, 47.3, -56],
	saintBarthelemyAndSaintMartin: [17.8, -63.3, 18.3, -62.7],
	wallisEtFutuna: [-14.5, -178.3, -13.1, -176],
	polynesie: [-28, -155, -7.5, -134],
	nouvelleCaledonie: [-23.2, 158, -17.5, 172.5],
};

/** Whether a point is in France, overseas territories included, coastal waters being tolerated. */
export const isInFrance = ({ latitude, longitude }: Point): boolean =>
	Object.values(boxes).some(
		([south, west, north, east]) =>
			latitude >= south && latitude <= north && longitude >= west && longitude <= east,
	);
