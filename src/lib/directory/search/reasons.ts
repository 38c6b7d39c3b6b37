import type { TextKey } from '#lib/texts/catalogue.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Closure } from '../organisation.ts';
import { isRemoteOnly } from './entry.ts';
import type { Near } from './query.ts';
import { freshDays } from './rank.ts';
import type { ListedEntry } from './rows.ts';

/** Why a service is in the list: a sentence's key and what fills it. */
export interface Reason {
	readonly key: TextKey;
	readonly values: Readonly<Record<string, string | number>>;
}

/** What is known of a service in the list. */
export interface Circumstances {
	readonly entry: ListedEntry;
	readonly near: Near | undefined;
	/** Kilometres, null when they cannot be known. */
	readonly km: number | null;
	readonly isOpen: boolean;
	/** The closure that holds today. */
	readonly closure: Closure | undefined;
	/** False when its zone of eligibility leaves the searcher out. */
	readonly covered: boolean | undefined;
	/** Words of the query that it holds, as read. */
	readonly words: readonly string[];
	/** Days since its sheet was last checked. */
	readonly ageDays: number;
}

/** In the order in which a person needs them: where, for whom, at what cost, when, what, how sure. */
export function reasonsFor(circumstances: Circumstances): Reason[] {
	const { entry, isOpen, covered, words, closure } = circumstances;
	return [
		whereabouts(circumstances),
		covered === false && plain('search.reason.zone'),
		entry.fee === 'free' && plain('search.reason.free'),
		closure !== undefined && closedReason(closure),
		isOpen && plain('search.reason.open'),
		crowdReason(entry),
		delayReason(entry),
		entry.welcome === 'unconditional' && plain('search.reason.unconditional'),
		words.length > 0 && { key: 'search.reason.words' as const, values: { words: quoted(words) } },
		checkedOn(circumstances),
	]
		.flat()
		.filter((reason) => reason !== false);
}

const closedReason = ({ to }: Closure): Reason =>
	to === null
		? plain('search.reason.closed')
		: { key: 'search.reason.closedUntil', values: { date: frenchDate(to) } };

/** What raises or lowers it for its saturation; nothing when nobody told. */
function crowdReason({ placesLeft, saturation }: ListedEntry): Reason | false {
	if (placesLeft === 0) return plain('search.reason.full');
	if (placesLeft !== null) return { key: 'search.reason.places', values: { places: placesLeft } };
	return saturation === 'high' && plain('search.reason.crowded');
}

const delayReason = ({ responseDays }: ListedEntry): Reason | false =>
	responseDays !== null && { key: 'search.reason.delay', values: { days: responseDays } };

const plain = (key: TextKey): Reason => ({ key, values: {} });

function whereabouts({ entry, near, km }: Circumstances): Reason[] {
	if (isRemoteOnly(entry)) return [plain('search.reason.remote')];
	const distance = near ? [distanceReason(entry, near, km)] : [];
	return entry.welcomeModes.includes('remote') ? [...distance, plain('search.reason.alsoRemote')] : distance;
}

function distanceReason(entry: ListedEntry, near: Near, km: number | null): Reason {
	const isInCommune = near.communeCode !== undefined && entry.communeCode === near.communeCode;
	if (isInCommune && (km === null || entry.position !== 'given')) return plain('search.reason.commune');
	if (km === null) return plain('search.reason.comes');
	const values = { km: Math.max(1, Math.round(km)) };
	if (entry.position === 'commune') return { key: 'search.reason.kmCommune', values };
	if (entry.position !== 'given') return { key: 'search.reason.kmApproximate', values };
	return km < 1 ? plain('search.reason.near') : { key: 'search.reason.km', values };
}

function checkedOn({ entry, ageDays }: Circumstances): Reason {
	const month = monthOf(entry.updatedOn);
	if (ageDays <= freshDays) return { key: 'search.reason.fresh', values: { month } };
	return { key: 'search.reason.stale', values: { month, elided: /^[ao]/.test(month) ? 'yes' : 'no' } };
}

const monthNames = Array.from({ length: 12 }, (_, month) =>
	new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
);
const monthOf = (date: string) =>
	`${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`.trim();
const lists = new Intl.ListFormat('fr-FR');

const quoted = (words: readonly string[]) => lists.format(words.map((word) => `«\u00a0${word}\u00a0»`));
