import type { Place } from './organisation.ts';

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
}
