import type { Organisation, Place } from '../organisation.ts';
import type { Service } from '../service.ts';

/**
 * The one gate to every format. What is confidential never passes, whatever the tables let through: no address, no
 * point, no stop, nor what would lead there (the SIRET names an address in a public register, so does acceslibre);
 * nobody's own number. The commune stays: it is how help is found.
 */
export function redactOrganisation<Told extends Organisation>(told: Told): Told {
	return {
		...told,
		...(told.confidential && { place: communeOf(told.place), siret: null, accessibilityUrl: null }),
		...(told.contactPrivate && { phone: null, email: null }),
	};
}

/** The same for a service, and for the organisation that it may bear with it. */
export function redactService<Told extends Service>(told: Told): Told {
	return {
		...told,
		...(told.confidential && { place: communeOf(told.place), stops: [] }),
		...(told.contactPrivate && { phone: null, email: null, contactName: null }),
		...('organisation' in told &&
			isOrganisation(told.organisation) && { organisation: redactOrganisation(told.organisation) }),
	};
}

const isOrganisation = (told: unknown): told is Organisation =>
	typeof told === 'object' && told !== null && 'networks' in told;

function communeOf(place: Place | null): Place | null {
	if (!place) return null;
	const { communeName, communeCode, inseeCode } = place;
	return {
		address: null,
		addressMore: null,
		postcode: null,
		communeName,
		inseeCode,
		communeCode,
		longitude: null,
		latitude: null,
		position: 'unknown',
	};
}
