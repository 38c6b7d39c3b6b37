import { sql } from 'kysely';
import { shownInstant } from '#lib/access/shown-date.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { EntryKind } from '../../fields.ts';
import { isId } from '../../server/closed-lists.ts';
import { isSteward } from '../../upkeep/deciders.ts';
import { type PairState, pairStates } from '../pair.ts';

/** A pair as it was decided, or waits. */
export interface Pair {
	readonly id: string;
	readonly kind: EntryKind;
	readonly firstId: string;
	readonly secondId: string;
	readonly state: PairState;
	readonly decidedBy: string | null;
	readonly decidedAt: Date | null;
	readonly survivorId: string | null;
	readonly mergedId: string | null;
	readonly undoneBy: string | null;
	readonly undoneAt: Date | null;
}

/**
 * Decisions about duplicates follow one another: of two people at the same instant, the second finds what the first did.
 * @throws Refusal 403 to whoever does not keep the directory
 */
export async function oneAtATime({ tx, actor }: Act): Promise<void> {
	refuseIf(isSteward(actor) ? undefined : 'duplicates.not-yours');
	await sql`select pg_advisory_xact_lock(hashtext('passerelles duplicates'))`.execute(tx);
}

/** @throws Refusal 404 when there is no such pair, or not for this actor */
export async function findPair({ tx }: Act, id: string): Promise<Pair> {
	const row = isId(id)
		? await tx
				.selectFrom('duplicatePair')
				.select(['id', 'kind', 'firstId', 'secondId', 'state', 'decidedBy', 'decidedAt'])
				.select(['survivorId', 'mergedId', 'undoneBy', 'undoneAt'])
				.where('id', '=', id)
				.executeTakeFirst()
		: undefined;
	if (!row) throw new Refusal(404, 'duplicates.unknown');
	return {
		...row,
		kind: row.kind === 'service' ? 'service' : 'organisation',
		state: pairStates.find((state) => state === row.state) ?? 'proposed',
	};
}

/** A person's name, for whoever decides after her; "someone" when her account is closed. */
export async function nameOf({ tx }: Act, accountId: string | null): Promise<string> {
	const { rows } = await sql<{
		name: string | null;
	}>`select decider_name(${accountId}::uuid) as name`.execute(tx);
	return rows[0]?.name ?? translate('duplicates.someone');
}

/** Says who did what, and when, to whoever comes second. */
export async function alreadyDone(
	act: Act,
	reason: TextKey,
	by: string | null,
	at: Date | null,
	more: Record<string, string> = {},
): Promise<Refusal> {
	return new Refusal(409, reason, {
		name: await nameOf(act, by),
		when: at ? shownInstant(at) : translate('duplicates.some-time'),
		...more,
	});
}

/** @throws Refusal 409 when somebody has decided, saying who */
export async function refuseDecided(act: Act, pair: Pair): Promise<void> {
	if (pair.state === 'proposed') return;
	const reason = pair.state === 'merged' ? 'duplicates.already-merged' : 'duplicates.already-apart';
	throw await alreadyDone(act, reason, pair.decidedBy, pair.decidedAt);
}
