import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import type { EntryKind } from '../../fields.ts';
import { holdFields, releaseFields } from '../../server/held-fields.ts';
import { publishesContact } from '../proposal.ts';
import { closeEntry, reopenEntry } from './close-entry.ts';

export const Decision = z.object({
	proposition: z.uuid('upkeep.proposition-unknown'),
	decision: z.enum(['accepted', 'refused'], 'upkeep.decision-missing'),
	reason: z.string().trim().max(500, 'upkeep.reason-long').default(''),
});
type Decision = z.infer<typeof Decision>;

interface OpenField {
	readonly id: string;
	readonly correctionId: string;
	readonly kind: EntryKind;
	readonly entryId: string;
	readonly field: string;
	readonly proposed: unknown;
}

/** Decisions that follow each other are told in one mail. */
const minute = 60_000;
const breath = 5 * minute;

/**
 * Accepts or refuses one proposed field. An accepted value is held against imports; other proposals for the same field
 * are then refused, since only one can be true.
 * @throws Refusal 404 not the actor's to decide; 409 decided meanwhile by somebody else; 422 a refusal without a reason
 */
export async function decideCorrection(act: Act, decision: Decision): Promise<void> {
	const { proposition, reason } = decision;
	if (decision.decision === 'refused' && !reason) throw new Refusal(422, 'upkeep.reason-missing');
	const field = await takeDecision(act, proposition, decision.decision, reason || null);
	if (decision.decision === 'accepted') {
		await apply(act, field);
		await refuseOthers(act, field);
	}
	await tell(act, field, decision.decision);
}

/** Of two deciders at the same instant, the second waits for the first, then finds it decided. */
async function takeDecision(
	act: Act,
	id: string,
	state: Decision['decision'],
	reason: string | null,
): Promise<OpenField> {
	const field = await findField(act, id);
	await oneAtATime(act, field);
	const taken = await act.tx
		.updateTable('correctionField')
		.set({ state, reason, decidedAt: act.at, decidedBy: act.actor.accountId })
		.where('id', '=', id)
		.where('state', '=', 'open')
		.returning('id')
		.executeTakeFirst();
	if (!taken) throw new Refusal(409, await whatBecame(act, id));
	return field;
}

const oneAtATime = ({ tx }: Act, { entryId, field }: OpenField): Promise<unknown> =>
	sql`select pg_advisory_xact_lock(hashtextextended(${`${entryId} ${field}`}, 0))`.execute(tx);

async function findField({ tx }: Act, id: string): Promise<OpenField> {
	const row = await tx
		.selectFrom('correctionField')
		.innerJoin('correction', 'correction.id', 'correctionId')
		.select(['correctionField.id', 'correctionId', 'kind', 'correctionField.entryId', 'field', 'proposed'])
		.where('correctionField.id', '=', id)
		.executeTakeFirst();
	if (!row) throw new Refusal(404, 'upkeep.proposition-unknown');
	return { ...row, kind: row.kind === 'service' ? 'service' : 'organisation' };
}

async function whatBecame({ tx }: Act, id: string) {
	const { state } = await tx
		.selectFrom('correctionField')
		.select('state')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return state === 'accepted' ? 'upkeep.accepted-meanwhile' : 'upkeep.refused-meanwhile';
}

async function apply(act: Act, { id, kind, entryId, field, proposed }: OpenField): Promise<void> {
	if (field === 'words') return;
	if (field === 'closed') return closeEntry(act, { kind, id: entryId, on: String(proposed), cause: id });
	if (publishesContact(field, await isContactPrivate(act, kind, entryId)))
		throw new Refusal(409, 'upkeep.private-now');
	await holdFields(act, {
		kind,
		id: entryId,
		fields: { [field]: proposed },
		reason: 'correction',
		cause: id,
	});
}

async function isContactPrivate({ tx }: Act, kind: EntryKind, id: string): Promise<boolean> {
	const entry = await tx.selectFrom(kind).select('contactPrivate').where('id', '=', id).executeTakeFirst();
	return entry?.contactPrivate ?? false;
}

async function refuseOthers(act: Act, { entryId, field }: OpenField): Promise<void> {
	if (field === 'words') return;
	const others = await act.tx
		.updateTable('correctionField')
		.set({
			state: 'refused',
			reason: translate('upkeep.reason-other'),
			decidedAt: act.at,
			decidedBy: act.actor.accountId,
		})
		.where('entryId', '=', entryId)
		.where('field', '=', field)
		.where('state', '=', 'open')
		.returning('correctionId')
		.execute();
	for (const { correctionId } of others) await tellLater(act, correctionId);
}

async function tell(act: Act, { correctionId, field }: OpenField, decision: Decision['decision']) {
	await record(act, 'upkeep.correction-decided', correctionId, { field, decision });
	await tellLater(act, correctionId);
}

const tellLater = (act: Act, correctionId: string): Promise<void> =>
	enqueue(
		act,
		'tell-proposer',
		{ correctionId },
		{ key: `correction:${correctionId}`, at: new Date(act.at.getTime() + breath) },
	);

/**
 * Takes back an acceptance: the field is again what its source tells, what was closed is open.
 * @throws Refusal 409 when it was not accepted, or no longer is
 */
export async function undoAcceptance(act: Act, proposition: string): Promise<void> {
	const field = await findField(act, proposition);
	const undone = await act.tx
		.updateTable('correctionField')
		.set({
			state: 'refused',
			reason: translate('upkeep.reason-undone'),
			decidedAt: act.at,
			decidedBy: act.actor.accountId,
		})
		.where('id', '=', proposition)
		.where('state', '=', 'accepted')
		.returning('id')
		.executeTakeFirst();
	if (!undone) throw new Refusal(409, 'upkeep.refused-meanwhile');
	if (field.field === 'closed') await reopenEntry(act, proposition);
	else await releaseFields(act, { cause: proposition });
	await record(act, 'upkeep.correction-decided', field.correctionId, {
		field: field.field,
		decision: 'refused',
	});
}
