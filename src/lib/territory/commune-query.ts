import type { Point } from '../geo/distance.ts';
import { searchName } from './search-name.ts';

/** What a person typed to say where: a point, a code, or a name with what may follow it. */
export type CommuneQuery =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'point'; readonly point: Point }
	/** Five characters that are an INSEE code, a postcode or both; the name beside them, if any, settles. */
	| { readonly kind: 'code'; readonly code: string; readonly name: string }
	/** `whole` is all that was typed; `name` what is left once a département (`lens 62`) is set apart. */
	| {
			readonly kind: 'name';
			readonly whole: string;
			readonly name: string;
			readonly department: string | null;
	  };

/** Longer than any commune's name with its département and postcode. */
const longest = 100;
const decimal = String.raw`[-+]?\d{1,3}(?:\.\d+)?`;
const point = new RegExp(`^(${decimal})\\s*[,;\\s]\\s*(${decimal})$`);
const department = String.raw`(2[ab]|9[78]\d|\d{2})`;

/** Reads « Lens », « lens 62 », « Lens (62) », « 62300 Lens », « paris 12e », « 50.43,2.83 ». Latitude comes first. */
export function readCommuneQuery(typed: string): CommuneQuery {
	const text = typed.slice(0, longest).trim();
	const place = readPoint(text);
	if (place) return { kind: 'point', point: place };
	const [code] = /\b(?:\d{5}|2[ab]\d{3})\b/i.exec(text) ?? [];
	if (code) return { kind: 'code', code: code.toUpperCase(), name: searchName(text.replace(code, ' ')) };
	const whole = searchName(text);
	if (!whole) return { kind: 'nothing' };
	const apart = new RegExp(`^(.*\\D)[\\s(,]+${department}\\)?$`, 'i').exec(text);
	return {
		kind: 'name',
		whole,
		name: searchName(apart?.[1] ?? text),
		department: apart?.[2]?.toUpperCase() ?? null,
	};
}

function readPoint(text: string): Point | undefined {
	const [, latitude, longitude] = point.exec(text) ?? [];
	if (latitude === undefined || longitude === undefined) return undefined;
	const read = { latitude: Number(latitude), longitude: Number(longitude) };
	return Math.abs(read.latitude) <= 90 && Math.abs(read.longitude) <= 180 ? read : undefined;
}
