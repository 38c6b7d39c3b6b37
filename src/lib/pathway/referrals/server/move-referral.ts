import type { Updateable } from 'kysely';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { Referral } from '#lib/server/tables.ts';
import {
	mayMove,
	type ReasonCode,
	type ReferralState,
	reasonSides,
	type Side,
	takesBoth,
} from '../referral.ts';
import {
	changeReferral,
	type FoundReferral,
	holdReferral,
	insertMessages,
	type Message,
} from './referrals.ts';

/** Who moves a referral: from which side, for which organisation, under which name. */
export interface Party {
	readonly side: Side;
	readonly organisationId: string | null;
	readonly byName: string;
}

export interface Move {
	readonly to: ReferralState;
	/** What the state must contain. */
	readonly set?: Updateable<Referral>;
	readonly reasonCode?: ReasonCode;
	readonly words?: string | null;
	readonly messages?: readonly Message[];
}

/**
 * Moves a referral that somebody holds: who may not answers like what does not exist, and the try is kept; who may, but
 * too late, is told what happened. State, history, messages and event in one transaction.
 */
export async function moveReferral(act: Act, party: Party, id: string, move: Move): Promise<FoundReferral> {
	const referral = await holdReferral(act, id);
	refuseStranger(party, referral, move.to);
	refuseLate(party, referral, move.to);
	await writeMove(act, party, referral, move);
	return referral;
}

/** Writes a move whose right was looked at. @returns the referral as it stands now, for the next move of the same act */
export async function writeMove(
	act: Act,
	party: Party,
	referral: FoundReferral,
	move: Move,
): Promise<FoundReferral> {
	const { to, set = {}, reasonCode, messages = [] } = move;
	const reason = reasonCode ? { reasonCode, reasonSide: reasonSides[reasonCode] } : {};
	const ended = endings.includes(to) ? { endedAt: act.at } : {};
	await changeReferral(act, referral, { ...set, ...reason, ...ended, state: to, stateSince: act.at });
	await tellMove(act, party, referral, move);
	await insertMessages(act, referral.id, party, messages);
	return { ...referral, state: to, version: referral.version + 1 };
}

/** Keeps a move in the history and the log; alone, it tells a state that is passed through within one act. */
export async function tellMove(
	act: Act,
	{ side, byName, organisationId }: Party,
	{ id, state: from }: FoundReferral,
	{ to, reasonCode, words }: Move,
): Promise<void> {
	const { actor, at, tx } = act;
	await tx
		.insertInto('referralMove')
		.values({
			referralId: id,
			fromState: from,
			toState: to,
			side,
			byName,
			accountId: actor.accountId,
			hatId: actor.hat?.id ?? null,
			organisationId,
			reasonCode: reasonCode ?? null,
			words: words || null,
			at,
		})
		.execute();
	await record(act, 'referral.moved', id, { from, to, side, ...(reasonCode ? { reasonCode } : {}) });
}

const endings: readonly ReferralState[] = [
	'refused',
	'redirected',
	'withdrawn',
	'declined-by-person',
	'unanswered',
	'completed',
	'failed',
	'entered-in-error',
];

function refuseStranger({ side, organisationId }: Party, referral: FoundReferral, to: ReferralState): void {
	const mine = side === 'source' ? referral.fromOrganisationId : referral.toOrganisationId;
	const called = side === 'target' && referral.openCall && referral.toOrganisationId === null;
	const stranger = (side === 'source' || side === 'target') && organisationId !== mine && !called;
	// An open call that another took is no secret to those who were called.
	if (stranger && side === 'target' && referral.openCall) throw new Refusal(409, 'referral.taken');
	if (stranger || !everMoves(side, to)) throw new NotYours(`referral.${to}`, referral.id);
}

const everMoves = (side: Side, to: ReferralState): boolean =>
	allStates.some((from) => mayMove(side, from, to));
const allStates: readonly ReferralState[] = [
	'draft',
	'awaiting-person',
	'sent',
	'under-review',
	'info-needed',
	'accepted',
	'waiting-list',
	'in-progress',
	'suspended',
];

function refuseLate({ side }: Party, { state, withdrawalAskedBy }: FoundReferral, to: ReferralState): void {
	if (!mayMove(side, state, to)) throw new Refusal(409, `referral.late-${state}`);
	const other = side === 'source' ? 'target' : 'source';
	if (takesBoth(state, to) && withdrawalAskedBy !== other)
		throw new Refusal(409, 'referral.withdrawal-takes-both');
}
