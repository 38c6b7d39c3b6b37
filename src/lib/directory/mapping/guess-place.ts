import type { GuessedColumns as Columns } from './guess-columns.ts';
import { areLongitudeFirst, areMetres, arePairsOfMetres, areWhole } from './guess-contents.ts';
import { type Json, read } from './guess-rules.ts';

/** The rules of a place, whose address may hold its postcode and its town. */
export function placeOf(columns: Columns): Json {
	const isWhole = columns.of('postcode') === undefined && areWhole(columns.valuesOf('address'));
	const line = isWhole && columns.of('townLine') === undefined ? 'address' : 'townLine';
	return {
		adresse: isWhole ? read(columns, 'address', 'street') : read(columns, 'address'),
		complement_adresse: read(columns, 'addressMore'),
		code_postal: read(columns, 'postcode', 'postcode') ?? read(columns, line, 'postcode'),
		commune: read(columns, 'town') ?? read(columns, line, 'town'),
		code_insee: read(columns, 'insee', 'insee'),
		point: pointOf(columns),
	};
}

function pointOf(columns: Columns): Json | undefined {
	const [longitude, latitude, pair] = [columns.of('longitude'), columns.of('latitude'), columns.of('point')];
	if (longitude === undefined || latitude === undefined)
		return pair === undefined ? undefined : pairOf(columns, pair);
	const metres = areMetres([...columns.valuesOf('longitude'), ...columns.valuesOf('latitude')]);
	return { longitude, latitude, ...(metres ? { system: 'lambert93' } : {}) };
}

function pairOf(columns: Columns, pair: string): Json {
	const metres = arePairsOfMetres(columns.valuesOf('point'));
	if (metres) return { pair, order: 'longitude-first', system: 'lambert93' };
	const isText = columns.valuesOf('point').every((value) => typeof value === 'string');
	return {
		pair,
		...(isText && areLongitudeFirst(columns.valuesOf('point')) ? { order: 'longitude-first' } : {}),
	};
}
