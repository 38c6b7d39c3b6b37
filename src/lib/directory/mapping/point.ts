import type { Point } from '#lib/geo/distance.ts';
import { fromLambert93 } from '#lib/geo/lambert93.ts';
import { isIn, isInFrance, type PartOfFrance } from '#lib/territory/bounds.ts';
import type { PointRule } from './mapping.ts';
import { numberIn } from './numbers.ts';
import { isRecord } from './path.ts';
import { textOf } from './text.ts';

/** Two numbers as they are told, before they are degrees. */
interface Told {
	readonly longitude: number;
	readonly latitude: number;
}

/** The longitude and latitude of « 48.85, 2.35 », « 48,85 ; 2,35 », `POINT(2.35 48.85)`, `[2.35, 48.85]` or `{lat, lon}`. */
export function pairIn(value: unknown, order: PointRule['order']): Told | undefined {
	const told = isRecord(value) ? (value.coordinates ?? value) : value;
	if (isRecord(told)) return namedPair(told);
	const [first, second, ...more] = Array.isArray(told) ? told.map(numberIn) : numbersIn(textOf(told));
	if (first === undefined || second === undefined || more.length > 1) return undefined;
	const isGeoJson = Array.isArray(told) || /^(?:SRID=\d+;)?\s*POINT/i.test(textOf(told));
	const longitudeFirst = order ? order === 'longitude-first' : isGeoJson;
	return longitudeFirst ? { longitude: first, latitude: second } : { longitude: second, latitude: first };
}

function namedPair(told: Readonly<Record<string, unknown>>): Told | undefined {
	const longitude = numberIn(told.lon ?? told.lng ?? told.long ?? told.longitude ?? told.x);
	const latitude = numberIn(told.lat ?? told.latitude ?? told.y);
	return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}

/** A comma parts two numbers unless it is a decimal one: « 48,85 ; 2,35 ». */
function numbersIn(text: string): (number | undefined)[] {
	const inner = text.replace(/^(?:SRID=\d+;)?\s*POINT\s*/i, '').replace(/[()[\]]/g, ' ');
	const sign = /[;|/]/.test(inner) ? /[;|/]/ : /\d,\s|,.*\./.test(inner) ? /,/ : /\s+/;
	return inner
		.trim()
		.split(sign)
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map(numberIn);
}

/** Degrees of what is told: Lambert-93 metres are converted. */
export const degreesOf = (told: Told, system: PointRule['system']): Point =>
	system === 'lambert93' ? rounded(fromLambert93(told.longitude, told.latitude)) : told;

const rounded = ({ longitude, latitude }: Point): Point => ({
	longitude: Number(longitude.toFixed(7)),
	latitude: Number(latitude.toFixed(7)),
});

/**
 * The point that was meant: with its sign put back, or its numbers turned, when only that brings it to the part of
 * France where its commune is (anywhere in France when the part is not known). Itself when nothing does.
 */
export function mended(point: Point, part: PartOfFrance | undefined): Point {
	const isThere = (candidate: Point) => (part ? isIn(part, candidate) : isInFrance(candidate));
	return variants(point).find(isThere) ?? point;
}

function variants({ longitude, latitude }: Point): Point[] {
	const straight = { longitude, latitude };
	const turned = { longitude: latitude, latitude: longitude };
	return [straight, turned].flatMap((point) => [
		point,
		{ ...point, latitude: -point.latitude },
		{ ...point, longitude: -point.longitude },
		{ longitude: -point.longitude, latitude: -point.latitude },
	]);
}
