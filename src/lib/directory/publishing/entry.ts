import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';

/** What an installation knows of an entry beside what is told of it. */
interface Known {
	/** UUID of its row: stable from one import to the next. */
	readonly id: string;
	/** UUID of the row of its place; null when it has none. */
	readonly placeId: string | null;
	/** Name of the région where it stands. */
	readonly region: string | null;
	/** Calendar date when somebody last said that it is still right; null when only its source did. */
	readonly verifiedOn: string | null;
	/** The last instant at which it may have changed here. */
	readonly modifiedAt: Date;
	/** No longer told by its source, closed, or become one with another: kept as a tombstone. */
	readonly gone: boolean;
	/** UUID of the entry that it became one with. */
	readonly mergedInto: string | null;
}

/** An organisation on its way out, in whatever format. */
export interface PublishedOrganisation extends Organisation, Known {
	/** Other entries that became one with it. */
	readonly sameAs: readonly { readonly source: string; readonly sourceId: string }[];
}

/** A service on its way out, with who offers it. */
export interface PublishedService extends Service, Known {
	readonly organisation: PublishedOrganisation;
	/** Names of its zone's codes, as far as they are known. */
	readonly zoneNames: Readonly<Record<string, string>>;
}
