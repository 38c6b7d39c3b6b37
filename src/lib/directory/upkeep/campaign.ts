export const autonomies = ['autonomous', 'semi', 'not', 'unknown'] as const;
export type Autonomy = (typeof autonomies)[number];

export const entryStates = ['to-do', 'started', 'finished'] as const;
export type EntryState = (typeof entryStates)[number];

/** One organisation of a campaign. Counts are of the services it still offers. */
export interface CampaignEntry {
	readonly organisationId: string;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	/** It may be written to: it has an address, which did not ask for silence. */
	readonly writable: boolean;
	readonly services: number;
	/** Those looked at since the campaign began. */
	readonly checked: number;
	/** It answered the mail, or somebody proposed a correction, since the campaign began. */
	readonly answered: boolean;
	/** What somebody said by hand. */
	readonly saidState: EntryState | null;
	readonly autonomy: Autonomy;
	readonly caller: string | null;
	/** Calendar day, YYYY-MM-DD. */
	readonly remindOn: string | null;
	readonly note: string | null;
	readonly mailedAt: Date | null;
}

/** What somebody said by hand, else what the answers show. */
export function stateOf({ saidState, services, checked, answered }: CampaignEntry): EntryState {
	if (saidState) return saidState;
	if (services > 0 && checked === services) return 'finished';
	return checked > 0 || answered ? 'started' : 'to-do';
}

const day = 86_400_000;
/** A mail left so long without an answer is followed by a call. */
const waitForAnswer = 10 * day;

/** Whether somebody should telephone: not done, and no mail can do it. */
export function isToCall(entry: CampaignEntry, at: Date): boolean {
	if (stateOf(entry) !== 'to-do') return false;
	if (!entry.writable || entry.autonomy === 'not') return true;
	return entry.mailedAt !== null && at.getTime() - entry.mailedAt.getTime() >= waitForAnswer;
}

export interface Progress {
	readonly total: number;
	readonly finished: number;
	readonly started: number;
	readonly toCall: number;
	/** Days left, the last one included; 0 once it is over. */
	readonly days: number;
}

export interface Span {
	/** Calendar days, YYYY-MM-DD, both included. */
	readonly startsOn: string;
	readonly endsOn: string;
	readonly endedAt: Date | null;
}

/** How far a campaign is, on a day. */
export function progressOf(entries: readonly CampaignEntry[], span: Span, today: string, at: Date): Progress {
	const states = entries.map(stateOf);
	const left = Math.round((Date.parse(span.endsOn) - Date.parse(today)) / day) + 1;
	return {
		total: entries.length,
		finished: states.filter((state) => state === 'finished').length,
		started: states.filter((state) => state === 'started').length,
		toCall: entries.filter((entry) => isToCall(entry, at)).length,
		days: span.endedAt ? 0 : Math.max(0, left),
	};
}

export type Phase = 'to-come' | 'running' | 'over';

/** A campaign ends by itself the day after its last one. */
export function phaseOf({ startsOn, endsOn, endedAt }: Span, today: string): Phase {
	if (endedAt || endsOn < today) return 'over';
	return startsOn > today ? 'to-come' : 'running';
}

/** In the order in which somebody works: calls due today, then what is to do, what is under way, what is done. */
export function inWorkingOrder(entries: readonly CampaignEntry[], today: string, at: Date): CampaignEntry[] {
	const rank = (entry: CampaignEntry): number => {
		const state = stateOf(entry);
		if (state !== 'finished' && entry.remindOn !== null && entry.remindOn <= today) return 0;
		if (isToCall(entry, at)) return 1;
		return { 'to-do': 2, started: 3, finished: 4 }[state];
	};
	return entries.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'));
}
