import { translate } from '#lib/texts/translator.ts';
import { freshDays } from './search/rank.ts';
import type { Reason } from './search/reasons.ts';
import type { ListedEntry } from './search/rows.ts';
import type { Hit } from './search/search.ts';

/** One line of the list, ready to be read: nothing else of the service travels to the page. */
export interface ShownResult {
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	readonly summary: string;
	readonly commune: string | null;
	readonly phone: string | null;
	/** The first reason when it tells a distance: shown large. */
	readonly distance: string | null;
	/** Why it is there, in one sentence. */
	readonly reasons: string;
	readonly open: boolean;
	readonly free: boolean;
	readonly toCheck: boolean;
	/** Invented for the demonstration: said line by line, since real services may stand in the same list. */
	readonly fictional: boolean;
}

const dayMs = 86_400_000;

/** Sentences of the reasons, in the reader's language. */
export const sayReasons = (reasons: readonly Reason[]): string[] =>
	reasons.map(({ key, values }) => translate(key, { ...values }));

export function showResult({ entry, reasons }: Hit, at: Date): ShownResult {
	const distance = reasons.find(({ key }) => distances.has(key));
	const others = reasons.filter((reason) => reason !== distance && !tagged.has(reason.key));
	return {
		id: entry.id,
		name: entry.name,
		organisation: entry.organisation,
		summary: entry.summary,
		commune: entry.communeName,
		phone: entry.phone,
		distance: distance ? capital(translate(distance.key, { ...distance.values })) : null,
		reasons: capital(sayReasons(others).join(', ')),
		open: reasons.some(({ key }) => key === 'search.reason.open'),
		free: entry.fee === 'free',
		toCheck: isStale(entry, at),
		fictional: entry.fictional,
	};
}

const distances = new Set<string>([
	'search.reason.near',
	'search.reason.km',
	'search.reason.kmCommune',
	'search.reason.kmApproximate',
	'search.reason.commune',
]);

/** What the tags of a line say already. */
const tagged = new Set<string>(['search.reason.open', 'search.reason.free']);

const isStale = ({ updatedOn }: ListedEntry, at: Date): boolean =>
	at.getTime() - Date.parse(updatedOn) > freshDays * dayMs;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
