import type { Organisation, Place } from '../organisation.ts';
import { isLink } from './data-inclusion-rules.ts';
import { idOf } from './hsds-ids.ts';
import { languagesOf } from './hsds-parts.ts';
import { schedulesOf } from './hsds-schedules.ts';
import type { HsdsLocation } from './hsds-schema.ts';

/** Where it stands, as HSDS needs to tell it. */
export interface Standing {
	/** UUID of the location. */
	readonly id: string;
	readonly place: Place;
	readonly region: string | null;
	readonly confidential: boolean;
}

/** A commune's centre is our guess, not what the source gave: it is not told as the place's point. */
export function locationOf({ id, place, region, confidential }: Standing): HsdsLocation {
	const code = place.inseeCode ?? place.communeCode;
	const isGiven = place.position === 'given' && place.latitude !== null && place.longitude !== null;
	return {
		id,
		location_type: confidential ? 'virtual' : 'physical',
		...(isGiven && { latitude: place.latitude!, longitude: place.longitude! }),
		...(code !== null && { external_identifier: code, external_identifier_type: 'COG' }),
		...(confidential && place.communeName !== null && { name: place.communeName }),
		...(!confidential && addressesOf(id, place, region)),
	};
}

/** HSDS asks for every line of an address: what is not known is left empty. */
function addressesOf(
	locationId: string,
	place: Place,
	region: string | null,
): Pick<HsdsLocation, 'addresses'> {
	const { address, addressMore, postcode, communeName } = place;
	if (address === null && addressMore === null && postcode === null && communeName === null) return {};
	return {
		addresses: [
			{
				id: idOf('address', locationId),
				address_1: address ?? '',
				...(addressMore !== null && { address_2: addressMore }),
				city: communeName ?? '',
				state_province: region ?? '',
				postal_code: postcode ?? '',
				country: 'FR',
				address_type: 'physical',
			},
		],
	};
}

/** The place of an organisation, with what it tells of it: hours, languages, access. */
export function locationOfOrganisation(
	{ openingHours, languages, accessibilityUrl }: Organisation,
	standing: Standing,
): HsdsLocation {
	const { id } = standing;
	const schedules = schedulesOf(id, openingHours);
	return {
		...locationOf(standing),
		...(languages.length > 0 && { languages: languagesOf(id, languages) }),
		...(schedules.length > 0 && { schedules }),
		...(accessibilityUrl !== null &&
			isLink(accessibilityUrl) && {
				accessibility: [{ id: idOf('accessibility', id), url: accessibilityUrl }],
			}),
	};
}
