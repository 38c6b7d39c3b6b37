import type { Closure, Place } from './organisation.ts';

export const serviceKinds = [
	'support',
	'financial-aid',
	'material-aid',
	'workshop',
	'training',
	'information',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const fees = ['free', 'paid'] as const;
export type Fee = (typeof fees)[number];

export const welcomeModes = ['remote', 'on-site'] as const;
export type WelcomeMode = (typeof welcomeModes)[number];

export const mobilisationModes = ['email', 'visit', 'phone', 'link'] as const;
export type MobilisationMode = (typeof mobilisationModes)[number];

export const mobilisers = ['professionals', 'people'] as const;
export type Mobiliser = (typeof mobilisers)[number];

export const audiences = [
	'everyone',
	'workers',
	'minimum-income-recipients',
	'job-seekers',
	'students',
	'families',
	'women',
	'young-people',
	'people-with-disabilities',
	'people-in-emergency',
	'people-with-legal-situation',
	'exiled-people',
	'priority-area-residents',
	'seniors',
] as const;
export type Audience = (typeof audiences)[number];

/** What an organisation offers to people: every field of data·inclusion v1 `service`, in the product's words. */
export interface Service {
	source: string;
	/** `<source>--<producer's id>`, stable from one import to the next. */
	sourceId: string;
	/** `sourceId` of the organisation that offers it. */
	organisationSourceId: string;
	name: string;
	description: string;
	link: string | null;
	kind: ServiceKind | null;
	/** Slugs of data·inclusion's referential `thematiques`: `category--topic`. */
	topics: readonly string[];
	fee: Fee | null;
	feeDetails: string | null;
	audiences: readonly Audience[];
	audienceDetails: string | null;
	conditions: string | null;
	welcomeModes: readonly WelcomeMode[];
	/** Codes of communes, départements, EPCI, countries, or `france`; empty when the source says nothing. */
	zone: readonly string[];
	phone: string | null;
	email: string | null;
	contactName: string | null;
	mobilisationLink: string | null;
	mobilisationModes: readonly MobilisationMode[];
	mobilisableBy: readonly Mobiliser[];
	mobilisationDetails: string | null;
	weeklyHours: number | null;
	weeks: number | null;
	/** OpenStreetMap `opening_hours`. */
	openingHours: string | null;
	place: Place | null;
	/** Calendar date, YYYY-MM-DD. */
	updatedOn: string;
	fictional: boolean;
	/** How many people it can receive in all. */
	capacity: number | null;
	placesLeft: number | null;
	saturation: Saturation | null;
	welcome: Welcome | null;
	/** Languages spoken there, BCP 47. */
	languages: readonly string[];
	closures: readonly Closure[];
	/** Where a mobile service stops; empty for one that stays. */
	stops: readonly Stop[];
	/** Days it usually takes to answer a request. */
	responseDays: number | null;
	/** Its address is never published: a shelter, a witness. */
	confidential: boolean;
	/** Its telephone, e-mail and contact are somebody's own: never published. */
	contactPrivate: boolean;
}

export const saturations = ['low', 'moderate', 'high'] as const;
export type Saturation = (typeof saturations)[number];

/** Everybody, its audiences first, its audiences only (Soliguide's three degrees). */
export const welcomes = ['unconditional', 'preferential', 'exclusive'] as const;
export type Welcome = (typeof welcomes)[number];

/** A stop of a mobile round. Coordinates are WGS 84 degrees. */
export interface Stop {
	readonly name: string;
	readonly address: string | null;
	readonly communeCode: string | null;
	readonly longitude: number;
	readonly latitude: number;
	/** OpenStreetMap `opening_hours`; with `dates`, the hours of those days. */
	readonly openingHours: string | null;
	/** Calendar dates, YYYY-MM-DD; empty when `openingHours` says the days. */
	readonly dates: readonly string[];
}

/** What national exchange formats do not tell of a service. */
export const plainService = {
	capacity: null,
	placesLeft: null,
	saturation: null,
	welcome: null,
	languages: [],
	closures: [],
	stops: [],
	responseDays: null,
	confidential: false,
	contactPrivate: false,
} as const satisfies Partial<Service>;
