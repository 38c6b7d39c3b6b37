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
}
