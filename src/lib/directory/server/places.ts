import { type Place, positions } from '../organisation.ts';
import { oneOf } from './closed-lists.ts';

/** The columns of a place under names of their own, to be joined beside an organisation's or a service's. */
export const placeColumns = [
	'place.address',
	'place.addressMore',
	'place.postcode',
	'place.communeName',
	'place.inseeCode',
	'place.communeCode',
	'place.longitude',
	'place.latitude',
	'place.position',
] as const;

type Row = { [Column in keyof Omit<Place, 'position'>]: Place[Column] } & { position: string | null };

/** Null when there is no place at all. */
export function placeOf(row: Row): Place | null {
	const position = oneOf(positions, row.position);
	if (position === null) return null;
	const { address, addressMore, postcode, communeName, inseeCode, communeCode, longitude, latitude } = row;
	return {
		address,
		addressMore,
		postcode,
		communeName,
		inseeCode,
		communeCode,
		longitude,
		latitude,
		position,
	};
}

/** What is left of a row once the columns of its place are taken. */
export function withoutPlace<R extends Row>(row: R) {
	const { address: _a, addressMore: _m, postcode: _p, communeName: _c, inseeCode: _i, ...rest } = row;
	const { communeCode: _cc, longitude: _lo, latitude: _la, position: _po, ...own } = rest;
	return own;
}
