import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';

/** One thing that somebody proposes about a field. */
export interface Proposition {
	readonly id: string;
	readonly field: string;
	readonly before: unknown;
	readonly proposed: unknown;
	readonly proposedAt: Date;
	/** Sent from the mail that the organisation received. */
	readonly proven: boolean;
	/** Sent by somebody signed in. */
	readonly signed: boolean;
}
/** The entry that waits for decisions, as it is now. */
export interface WaitingEntry {
	readonly id: string;
	readonly kind: EntryKind;
	readonly name: string;
	readonly organisation: string;
	/** Its columns. */
	readonly now: Readonly<Record<string, unknown>>;
	readonly propositions: readonly Proposition[];
}
export interface Waiting {
	readonly entries: readonly WaitingEntry[];
	readonly total: number;
}
export const waitingPageSize = 15;

/** The entries about which something is proposed, those that wait the longest first: as far as the actor decides. */
export async function listWaiting({ tx }: Act, page: number): Promise<Waiting> {
	const { rows } = await sql<WaitingEntry & { total: number }>`
		select c.entry_id as id, c.kind, coalesce(s.name, o.name) as name, o.name as organisation,
			case when s.id is null then to_jsonb(o) else to_jsonb(s) end as now, count(*) over ()::int as total,
			json_agg(json_build_object('id', f.id, 'field', f.field, 'before', f.before, 'proposed', f.proposed,
				'proposedAt', c.proposed_at, 'proven', c.letter_id is not null, 'signed', c.account_id is not null)
				order by c.proposed_at, f.id) as propositions
		from correction_field f join correction c on c.id = f.correction_id
			join organisation o on o.id = c.organisation_id left join service s on s.id = c.entry_id
		where f.state = 'open'
		group by c.entry_id, c.kind, o.id, s.id
		order by min(c.proposed_at), c.entry_id
		limit ${waitingPageSize} offset ${(page - 1) * waitingPageSize}`.execute(tx);
	return { entries: rows.map(withDates), total: rows[0]?.total ?? 0 };
}

const withDates = ({ propositions, ...entry }: WaitingEntry): WaitingEntry => ({
	...entry,
	propositions: propositions.map((each) => ({ ...each, proposedAt: new Date(each.proposedAt) })),
});

export interface Decided {
	readonly id: string;
	readonly entryId: string;
	readonly kind: EntryKind;
	readonly name: string;
	readonly field: string;
	readonly proposed: unknown;
	readonly state: 'accepted' | 'refused';
	readonly reason: string | null;
	readonly decidedAt: Date;
}

/** The last decisions, for whoever wants to take one back. */
export async function listDecided({ tx }: Act, most = 20): Promise<Decided[]> {
	const { rows } = await sql<Decided>`
		select f.id, c.entry_id, c.kind, coalesce(s.name, o.name) as name, f.field, f.proposed, f.state, f.reason, f.decided_at
		from correction_field f join correction c on c.id = f.correction_id
			join organisation o on o.id = c.organisation_id left join service s on s.id = c.entry_id
		where f.state <> 'open' order by f.decided_at desc, f.id limit ${most}`.execute(tx);
	return rows;
}
