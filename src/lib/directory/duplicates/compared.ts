import type { Point } from '#lib/geo/distance.ts';
import type { EntryKind } from '../fields.ts';
import type { Position } from '../organisation.ts';
import { emailKey, phoneKey, siteKey } from './contacts.ts';
import type { Word } from './likeness.ts';
import { nameWords, weightOf } from './name-words.ts';
import { streetKey } from './street.ts';
import { type Traits, traitsOf } from './traits.ts';

/** What the comparison reads of an organisation or a service. */
export interface Entry {
	readonly id: string;
	readonly kind: EntryKind;
	readonly source: string;
	readonly name: string;
	/** Of the organisation itself, or of the one that offers the service. */
	readonly siret: string | null;
	/** The organisation that offers the service, or the one it became; the organisation's own id. */
	readonly organisationId: string;
	/** Null for an organisation. */
	readonly organisationName: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	/** The organisation's site, or the page where the service is asked for. */
	readonly website: string | null;
	readonly topics: readonly string[];
	readonly address: string | null;
	readonly communeCode: string | null;
	readonly communeName: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: Position | null;
}

/** How many entries bear a word, a telephone, an address: what many bear proves little. */
export interface Frequencies {
	of(key: string): number;
}

/** An entry made ready: the work that is done once, not for each pair. */
export interface Compared {
	readonly id: string;
	readonly kind: EntryKind;
	readonly source: string;
	readonly words: readonly Word[];
	readonly traits: Traits;
	readonly siret: string | null;
	readonly organisationId: string;
	readonly organisationWords: readonly Word[];
	readonly phone: Contact | null;
	readonly email: Contact | null;
	readonly site: Contact | null;
	readonly topics: readonly string[];
	readonly street: string | null;
	readonly communeCode: string | null;
	/** Only where the source gave the point itself: a commune's centre is where everybody would be. */
	readonly point: Point | null;
}

export interface Contact {
	readonly key: string;
	/** How many entries of its kind bear it. */
	readonly sharedBy: number;
}

/** Nothing is common: the frequencies of a pair looked at alone. */
export const alone: Frequencies = { of: () => 1 };

export function compared(entry: Entry, frequencies: Frequencies): Compared {
	const { id, kind, source, siret, organisationId, topics, communeCode, communeName } = entry;
	const weighed = (name: string): Word[] =>
		nameWords(name, communeName).map((word) => ({ word, weight: weightOf(word, frequencies.of(word)) }));
	const contact = (key: string | null): Contact | null =>
		key === null ? null : { key, sharedBy: frequencies.of(key) };
	return {
		id,
		kind,
		source,
		siret,
		organisationId,
		topics,
		communeCode,
		words: weighed(entry.name),
		traits: traitsOf(entry.name),
		organisationWords: entry.organisationName === null ? [] : weighed(entry.organisationName),
		phone: contact(phoneKey(entry.phone)),
		email: contact(emailKey(entry.email)),
		site: contact(siteKey(entry.website)),
		street: streetKey(entry.address),
		point: pointOf(entry),
	};
}

function pointOf({ latitude, longitude, position }: Entry): Point | null {
	return position === 'given' && latitude !== null && longitude !== null ? { latitude, longitude } : null;
}
