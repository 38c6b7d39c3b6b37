import type { SearchEntry } from './entry.ts';
import type { IsOpen } from './openings.ts';

export const laon = {
	label: 'Laon',
	latitude: 49.5641,
	longitude: 3.6199,
	communeCode: '02408',
	departmentCode: '02',
	epciCode: '200043495',
};

const foodBank: SearchEntry = {
	id: 'a',
	organisationId: 'o',
	name: 'Distribution de colis',
	organisation: 'Épicerie des Remparts',
	summary: '',
	description: '',
	topics: [],
	audiences: [],
	fee: null,
	welcomeModes: ['on-site'],
	zone: [],
	latitude: laon.latitude,
	longitude: laon.longitude,
	position: 'given',
	communeCode: '02408',
	communeName: 'Laon',
	postcode: '02000',
	address: '3 rue du Bourg',
	openingHours: null,
	phone: null,
	updatedOn: '2026-10-01',
	welcome: null,
	languages: [],
	placesLeft: null,
	saturation: null,
	responseDays: null,
	closures: [],
	stops: [],
	fictional: true,
};

/** An entry for tests: a food bank in Laon, but for what the test says. */
export const sampleEntry = (different: Partial<SearchEntry> = {}): SearchEntry => ({
	...foodBank,
	...different,
});

/** A point some kilometres north of Laon. */
export const northOfLaon = (km: number) => ({
	latitude: laon.latitude + km / 111.195,
	longitude: laon.longitude,
});

/** Opening hours for tests: always open, never, or unreadable. */
export const sampleIsOpen: IsOpen = (hours) =>
	hours === '24/7' ? true : hours === 'off' ? false : undefined;
