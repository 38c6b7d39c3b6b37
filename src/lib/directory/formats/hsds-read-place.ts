import type { Place } from '../organisation.ts';
import type { HsdsLocation } from './hsds-schema.ts';

const cog = /^[0-9][0-9AB][0-9]{3}$/;

/** Where a location is; null when it tells nothing of it, or is no place at all. */
export function placeFrom(location: HsdsLocation | undefined, confidential = false): Place | null {
	if (!location || (location.location_type === 'virtual' && !confidential)) return null;
	const place = { ...addressFrom(location), ...pointFrom(location), inseeCode: inseeCodeFrom(location) };
	const told = confidential ? { ...place, communeName: filled(location.name) ?? place.communeName } : place;
	const { position: _, ...values } = told;
	return Object.values(values).some((value) => value !== null) ? { ...told, communeCode: null } : null;
}

export const inseeCodeFrom = ({
	external_identifier: code,
	external_identifier_type: type,
}: HsdsLocation): string | null => (type === 'COG' && code !== undefined && cog.test(code) ? code : null);

function addressFrom({ addresses = [] }: HsdsLocation) {
	const address = addresses.find(({ address_type }) => address_type === 'physical') ?? addresses[0];
	const postcode = filled(address?.postal_code);
	return {
		address: filled(address?.address_1),
		addressMore: filled(address?.address_2),
		postcode: postcode !== null && /^\d{5}$/.test(postcode) ? postcode : null,
		communeName: filled(address?.city),
	};
}

/** A point off the globe is none. */
function pointFrom({ longitude, latitude }: HsdsLocation) {
	const isPoint =
		longitude !== undefined &&
		latitude !== undefined &&
		Math.abs(longitude) <= 180 &&
		Math.abs(latitude) <= 90;
	return isPoint
		? { longitude, latitude, position: 'given' as const }
		: { longitude: null, latitude: null, position: 'unknown' as const };
}

/** HSDS asks for every line of an address: an empty one says nothing. */
export const filled = (text: string | undefined): string | null =>
	text === undefined || text === '' ? null : text;
