import { translate } from '#lib/texts/translator.ts';
import { timeAgo } from '#lib/time/dates.ts';
import { columnOf } from '../fields.ts';
import type { Decided, Proposition, WaitingEntry } from './server/propositions.ts';

import { decidedLabel, shownValue } from './shown-proposition.ts';

/** An entry about which something is proposed, ready to be drawn: one field after the other. */
export interface ShownWaiting {
	readonly id: string;
	readonly name: string;
	readonly organisation: string | null;
	readonly href: string;
	readonly fields: readonly ShownField[];
}
interface ShownField {
	readonly field: string;
	readonly label: string;
	/** What the entry says now; nothing where there is nothing to compare with. */
	readonly now: readonly string[] | null;
	/** Several people do not say the same. */
	readonly contradictory: boolean;
	readonly propositions: readonly {
		readonly id: string;
		readonly lines: readonly string[];
		readonly from: string;
		/** The entry has changed since: it no longer says what its proposer read. */
		readonly changedSince: boolean;
	}[];
}

export const showWaiting = (entry: WaitingEntry, at: Date): ShownWaiting => ({
	id: entry.id,
	name: entry.name,
	organisation: entry.kind === 'service' ? entry.organisation : null,
	href: hrefOf(entry.kind, entry.id),
	fields: [...Map.groupBy(entry.propositions, ({ field }) => field)].map(([field, propositions]) =>
		showField(entry, field, propositions, at),
	),
});

/** What the entry says now of a field. */
const valueNow = (entry: WaitingEntry, field: string): unknown =>
	entry.now[columnOf(field)] ?? entry.now[field] ?? null;

const hrefOf = (kind: string, id: string): string =>
	`/${kind === 'service' ? 'services' : 'structures'}/${id}`;

function showField(
	entry: WaitingEntry,
	field: string,
	propositions: readonly Proposition[],
	at: Date,
): ShownField {
	const compared = field !== 'closed' && field !== 'words';
	const now = compared ? valueNow(entry, field) : null;
	const different = new Set(propositions.map(({ proposed }) => JSON.stringify(proposed)));
	return {
		field,
		label: decidedLabel(field),
		now: compared ? or(shownValue(field, now)) : null,
		contradictory: field !== 'words' && different.size > 1,
		propositions: propositions.map((each) => ({
			id: each.id,
			lines: field === 'closed' ? [translate('upkeep.closed-said')] : or(shownValue(field, each.proposed)),
			from: sayFrom(each, at),
			changedSince: compared && JSON.stringify(each.before) !== JSON.stringify(now),
		})),
	};
}

const or = (lines: string[]): string[] => (lines.length > 0 ? lines : [translate('upkeep.nothing')]);

function sayFrom({ proposedAt, proven, signed }: Proposition, at: Date): string {
	const ago = timeAgo(proposedAt.toISOString().slice(0, 10), at);
	if (proven) return translate('upkeep.from-organisation', { ago });
	return translate(signed ? 'upkeep.from-worker' : 'upkeep.from-anyone', { ago });
}

/** A decision taken lately. */
export interface ShownDecided {
	readonly id: string;
	readonly href: string;
	readonly name: string;
	readonly sentence: string;
	readonly reason: string | null;
	readonly undoable: boolean;
}

export const showDecided = ({
	id,
	entryId,
	kind,
	name,
	field,
	proposed,
	state,
	reason,
}: Decided): ShownDecided => ({
	id,
	href: hrefOf(kind, entryId),
	name,
	sentence: translate(state === 'accepted' ? 'upkeep.was-accepted' : 'upkeep.was-refused', {
		what: whatOf(field, proposed),
	}),
	reason,
	undoable: state === 'accepted' && field !== 'words',
});

const longest = 120;

function whatOf(field: string, proposed: unknown): string {
	const value = field === 'closed' ? '' : shownValue(field, proposed).join(' · ').slice(0, longest);
	return value ? `${decidedLabel(field)} (${value})` : decidedLabel(field);
}
