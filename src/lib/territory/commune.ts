import type { Point } from '../geo/distance.ts';

export const communeKinds = ['commune', 'arrondissement', 'former'] as const;
export type CommuneKind = (typeof communeKinds)[number];

export const communePositions = ['given', 'approximate', 'unknown'] as const;
export type CommunePosition = (typeof communePositions)[number];

/** A commune of today, an arrondissement of Paris, Lyon or Marseille, or a commune merged since. Codes are INSEE's. */
export interface Commune {
	readonly code: string;
	readonly name: string;
	readonly kind: CommuneKind;
	/** The commune of today it belongs to: itself when it is one. */
	readonly currentCode: string;
	readonly departmentCode: string | null;
	readonly regionCode: string | null;
	readonly population: number | null;
	/** Year of the census behind `population`. */
	readonly populationYear: number | null;
	readonly postcodes: readonly string[];
	readonly longitude: number | null;
	readonly latitude: number | null;
	readonly position: CommunePosition;
}

/** The centre of a commune, or null when nothing is known of it. WGS 84 degrees. */
export const centreOf = ({ latitude, longitude }: Pick<Commune, 'latitude' | 'longitude'>): Point | null =>
	latitude === null || longitude === null ? null : { latitude, longitude };

/** Département of an INSEE code: two characters, three overseas. */
export const departmentOf = (code: string): string => code.slice(0, /^9[78]/.test(code) ? 3 : 2);
