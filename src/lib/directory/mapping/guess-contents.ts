import { inseeCodeIn, siretIn } from './codes.ts';
import { emailsIn, linkIn, phonesIn } from './contacts.ts';
import { dayIn } from './days.ts';
import type { Guessed } from './guess-names.ts';
import { weekOfObject } from './hours-object.ts';
import { languageIn } from './languages.ts';
import { numberIn } from './numbers.ts';
import { isRecord } from './path.ts';
import { pairIn } from './point.ts';
import { textOf } from './text.ts';

const text = (value: unknown) => textOf(value);
/** Short words, and not a list of them. */
const isName = (value: unknown) =>
	typeof value !== 'object' && /\p{L}{2}/u.test(text(value)) && text(value).length <= 200;
const between = (least: number, most: number) => (value: unknown) => {
	const number = numberIn(value);
	return number !== undefined && number >= least && number <= most;
};
const latitude = between(-90, 90);
const lambertX = between(80_000, 1_320_000);
const lambertY = between(6_000_000, 7_200_000);

/** What the values of a column must look like; of what is not there, anything goes. */
const looks: { readonly [What in Guessed]?: (value: unknown) => boolean } = {
	siret: (value) => siretIn(text(value)) !== undefined,
	address: (value) => /\p{L}{2}/u.test(text(value)),
	townLine: (value) => /^\d{2}\s?\d{3}[\s,–-]+\p{L}[^\d]*$/u.test(text(value)),
	postcode: (value) => /^(?:\d{2}\s?\d{3}|\d{4,5}(?:\.0)?)$/.test(text(value)),
	insee: (value) => inseeCodeIn(text(value)) !== undefined,
	latitude: (value) => latitude(value) || lambertY(value),
	longitude: (value) => between(-180, 180)(value) || lambertX(value),
	point: (value) => pairIn(value, undefined) !== undefined,
	phone: (value) => phonesIn(text(value)).length > 0,
	email: (value) => emailsIn(text(value)).length > 0,
	website: (value) => linkIn(text(value)) !== undefined,
	bookingLink: (value) => linkIn(text(value)) !== undefined,
	updatedOn: (value) =>
		/\d/.test(isRecord(value) ? JSON.stringify(value) : text(value)) && dayIn(value) !== undefined,
	hours: (value) =>
		typeof value === 'object' && value !== null
			? weekOfObject(value) !== null
			: /\d\s?[h:]|24\/7|rendez-vous|rdv/i.test(text(value)),
	town: (value) =>
		/^[^\d@]{2,60}$/.test(
			text(value)
				.replace(/\s+cedex.*$/i, '')
				.replace(/\d+(?:er|e|eme|ème)?$/i, ''),
		),
	languages: (value) =>
		text(value)
			.split(/[,;|/]/)
			.some((name) => languageIn(name) !== undefined),
	capacity: between(0, 100_000),
	placesLeft: between(0, 100_000),
	responseDays: between(0, 1000),
	description: (value) => text(value).length > 4,
	name: (value) => isName(value),
	structureName: (value) => isName(value),
	serviceName: (value) => isName(value),
	topics: (value) => /\p{L}{2}/u.test(text(value)),
	audiences: (value) => /\p{L}{2}/u.test(text(value)),
	contactName: (value) => /\p{L}{2}/u.test(text(value)) && !text(value).includes('@'),
	zone: (value) =>
		text(value).length < 200 && /^(?:\d{1,3}|2[ab]|\d{5}|\d{9}|france)(?:\W|$)/i.test(text(value)),
};

/** What is known by its look alone, whatever its column's name. */
const tellTale: readonly Guessed[] = ['email', 'siret', 'website', 'phone', 'point', 'townLine'];
/** What is also known by its look in a column without a name of its own. */
const tellMore: readonly Guessed[] = ['postcode', 'hours'];

/** A street, then a postcode, then a town, and nothing else. */
const isWholeAddress = (value: unknown): boolean =>
	text(value).length <= 200 && /\p{L}{3}.*[\s,]\d{5}\s+\p{L}[^\d.;:!?]{0,60}$/su.test(text(value));

/** Whether the values of a column can be of one kind only; a short telephone number may be any number. */
export function tells(what: Guessed, column: string, values: readonly unknown[]): boolean {
	if (what === 'address') return values.length > 0 && values.every(isWholeAddress);
	const known = tellTale.includes(what) || (tellMore.includes(what) && /^Colonne \d+$/.test(column));
	if (!known || (lookOf(what, values) ?? 0) <= 0.9) return false;
	return what !== 'phone' || values.every((value) => !/^(?:\d{9}|\D*\d{1,8}\D*)$/.test(text(value)));
}

/** The share of values that look as they must; undefined when there is none to look at. */
export function lookOf(what: Guessed, values: readonly unknown[]): number | undefined {
	const look = looks[what];
	if (!look || values.length === 0) return undefined;
	return values.filter(look).length / values.length;
}

/** Whether coordinates are Lambert-93 metres. */
export const areMetres = (values: readonly unknown[]): boolean =>
	values.length > 0 && values.every((value) => lambertX(value) || lambertY(value));

/** Whether pairs put their longitude first, as the bounds of mainland France tell. */
export const areLongitudeFirst = (values: readonly unknown[]): boolean => {
	const pairs = values.map((value) => pairIn(value, 'longitude-first'));
	return pairs.length > 0 && pairs.every((pair) => pair && isMainland(pair.longitude, pair.latitude));
};
const isMainland = (longitude: number, latitude: number): boolean =>
	longitude > -6 && longitude < 10 && latitude > 41 && latitude < 52;

/** Whether pairs of numbers are Lambert-93 metres. */
export const arePairsOfMetres = (values: readonly unknown[]): boolean =>
	areMetres(values.flatMap((value) => Object.values(pairIn(value, undefined) ?? {})));

/** How dates that part day and month by a sign put them, when a value tells; day first is taken for granted. */
export const areMonthFirst = (values: readonly unknown[]): boolean => {
	const told = values.flatMap((value) => {
		const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(text(value)) ?? [];
		return first === undefined ? [] : [[Number(first), Number(second)] as const];
	});
	return told.some(([, second]) => second > 12) && told.every(([first]) => first <= 12);
};

/** Whether an address holds its postcode and its town. */
export const areWhole = (values: readonly unknown[]): boolean =>
	values.length > 0 &&
	values.filter((value) => /\b\d{5}\s+\p{L}/u.test(text(value))).length >= values.length / 2;

/** The sign that parts the elements of a list; undefined when values hold one element each. */
export function separatorIn(values: readonly unknown[]): string | undefined {
	const texts = values.filter((value) => typeof value === 'string').map(text);
	const counts = ['|', ';', '\n', ',', ' / '].map(
		(sign) => [sign, texts.filter((told) => told.includes(sign)).length] as const,
	);
	return counts.find(([, count]) => count > 0)?.[0];
}
