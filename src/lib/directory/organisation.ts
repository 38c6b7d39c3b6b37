/** Where an organisation or a service receives people. Coordinates are WGS 84 degrees. */
export interface Place {
	address: string | null;
	addressMore: string | null;
	postcode: string | null;
	/** As the source writes it; `communeCode` is the current commune it was resolved to, if any. */
	communeName: string | null;
	inseeCode: string | null;
	communeCode: string | null;
	longitude: number | null;
	latitude: number | null;
	/** How the point is known: given by the source, the commune's centre, an approximate centre, or not at all. */
	position: Position;
}

export const positions = ['given', 'commune', 'approximate', 'unknown'] as const;
export type Position = (typeof positions)[number];

/** An actor of the territory: every field of data·inclusion v1 `structure`, in the product's words. */
export interface Organisation {
	source: string;
	/** `<source>--<producer's id>`, stable from one import to the next. */
	sourceId: string;
	name: string;
	description: string | null;
	link: string | null;
	siret: string | null;
	phone: string | null;
	email: string | null;
	website: string | null;
	/** OpenStreetMap `opening_hours`. */
	openingHours: string | null;
	/** Address of the place's page on acceslibre. */
	accessibilityUrl: string | null;
	/** Slugs of data·inclusion's referential `reseaux-porteurs`. */
	networks: readonly string[];
	place: Place | null;
	/** Calendar date, YYYY-MM-DD. */
	updatedOn: string;
	fictional: boolean;
	/** Languages spoken there, BCP 47. */
	languages: readonly string[];
	closures: readonly Closure[];
	employerKind: EmployerKind | null;
	offers: readonly Offer[];
	resources: readonly Resource[];
	/** Its address is never published: a shelter, a witness. */
	confidential: boolean;
	/** Its telephone and e-mail are somebody's own: for professionals who work there, never published. */
	contactPrivate: boolean;
}

/** Closed from the first day to the last, both included; without an end when nobody knows it yet. */
export interface Closure {
	/** Calendar date, YYYY-MM-DD. */
	readonly from: string;
	readonly to: string | null;
	readonly reason: string | null;
}

/** Kinds of employer: those of the inclusion sector by their French acronym, then the others. */
export const employerKinds = [
	'aci',
	'ai',
	'ei',
	'eiti',
	'etti',
	'ea',
	'eatt',
	'esat',
	'geiq',
	'ebe',
	'company',
	'association',
	'public',
	'farm',
	'cooperative',
] as const;
export type EmployerKind = (typeof employerKinds)[number];

export const offerKinds = ['immersion', 'training', 'job'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** What an employer accepts. */
export const acceptances = ['beginners', 'adapted-posts', 'supported-employment'] as const;
export type Acceptance = (typeof acceptances)[number];

/** A place to discover a trade, learn it or work in it. */
export interface Offer {
	readonly kind: OfferKind;
	readonly title: string;
	/** Code of France Travail's ROME, one letter and four digits. */
	readonly romeCode: string | null;
	readonly description: string | null;
	readonly accepts: readonly Acceptance[];
	readonly places: number | null;
	/** Calendar date, YYYY-MM-DD, after which it is over. */
	readonly until: string | null;
}

export const resourceKinds = [
	'premises',
	'equipment',
	'vehicle',
	'skill',
	'volunteers',
	'funding',
	'network',
	'other',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** A means that an organisation offers to others, or looks for. */
export interface Resource {
	readonly direction: 'offered' | 'sought';
	readonly kind: ResourceKind;
	readonly title: string;
	readonly description: string | null;
	readonly until: string | null;
}

/** What national exchange formats do not tell of an organisation. */
export const plainOrganisation = {
	languages: [],
	closures: [],
	employerKind: null,
	offers: [],
	resources: [],
	confidential: false,
	contactPrivate: false,
} as const satisfies Partial<Organisation>;
