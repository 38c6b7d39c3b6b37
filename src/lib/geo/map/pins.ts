import type { Position } from './crop.ts';

/** A place found, as the list numbers it; null when it is alone and needs no number. */
export interface MapPoint {
	readonly id: string;
	readonly label: string;
	readonly longitude: number;
	readonly latitude: number;
	readonly number: number | null;
	/** Placed at the middle of its commune, or nearby. */
	readonly approximate: boolean;
	/** Where its pin leads; absent, the pin is no link. */
	readonly href?: string;
}

/** One or several places, too close to be drawn apart. */
export interface Pin {
	readonly x: number;
	readonly y: number;
	/** « 3 », or « 3+ » for 3 and others. */
	readonly text: string;
	readonly points: readonly [MapPoint, ...MapPoint[]];
	/** When not one of its places is known exactly. */
	readonly approximate: boolean;
}

/** Radius of a pin in pixels, and how near two of them may stand: a finger must tell them apart. */
export const pinRadius = 14;
export const pinSpacing = 34;

/** Pins stand on the first of their places, in the order of the list. */
export function placePins(points: readonly MapPoint[], project: (point: MapPoint) => Position): Pin[] {
	const groups: { at: Position; points: [MapPoint, ...MapPoint[]] }[] = [];
	for (const point of points) {
		const at = project(point);
		const near = groups.find((group) => Math.hypot(group.at[0] - at[0], group.at[1] - at[1]) < pinSpacing);
		if (near) near.points.push(point);
		else groups.push({ at, points: [point] });
	}
	return groups.map(({ at: [x, y], points: members }) => ({
		x,
		y,
		points: members,
		text: `${members[0].number ?? ''}${members.length > 1 ? '+' : ''}`,
		approximate: members.every((member) => member.approximate),
	}));
}
