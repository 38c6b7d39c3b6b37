import type { Point } from '../geo/distance.ts';

type Box = readonly [south: number, west: number, north: number, east: number];

/** France and its overseas territories, with a margin of a few kilometres: outside, a coordinate is a mistake. */
const boxes = {
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
} as const satisfies Record<string, Box>;
export type PartOfFrance = keyof typeof boxes;

const parts = Object.keys(boxes) as PartOfFrance[];

/** Whether a point is in France, overseas territories included, coastal waters being tolerated. */
export const isInFrance = (point: Point): boolean => parts.some((part) => isIn(part, point));

/** Whether a point is in that part of France. */
export function isIn(part: PartOfFrance, { latitude, longitude }: Point): boolean {
	const [south, west, north, east] = boxes[part];
	return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

const overseas: Readonly<Record<string, PartOfFrance>> = {
	971: 'guadeloupe',
	972: 'martinique',
	973: 'guyane',
	974: 'reunion',
	975: 'saintPierreEtMiquelon',
	976: 'mayotte',
	977: 'saintBarthelemyAndSaintMartin',
	978: 'saintBarthelemyAndSaintMartin',
	986: 'wallisEtFutuna',
	987: 'polynesie',
	988: 'nouvelleCaledonie',
};
/** Postcodes and former INSEE codes of Saint-Barthélemy and Saint-Martin, written as Guadeloupe's. */
const onceOfGuadeloupe = new Set(['97133', '97150', '97123', '97127']);

/** The part of France that a commune's INSEE code or a postcode tells; undefined when it is none. */
export function partOf(code: string): PartOfFrance | undefined {
	if (onceOfGuadeloupe.has(code)) return 'saintBarthelemyAndSaintMartin';
	if (/^9[78]/.test(code)) return overseas[code.slice(0, 3)];
	return /^(?:\d{5}|2[AB]\d{3})$/.test(code) ? 'mainland' : undefined;
}
