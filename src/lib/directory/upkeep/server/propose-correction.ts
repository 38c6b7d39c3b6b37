import { signedBy } from '#lib/access/server/accounts.ts';
import { withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Actor } from '#lib/actor.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { EntryKind } from '../../fields.ts';
import type { ProposedField } from '../proposal.ts';
import { findLetter } from './letters.ts';

interface Sending {
	readonly kind: EntryKind;
	readonly id: string;
	/** The organisation whose page it is, or whose service. */
	readonly organisationId: string;
	readonly fields: readonly ProposedField[];
	/** Where to tell what became of it. */
	readonly contactEmail: string | null;
}

/**
 * Takes what somebody proposes about an entry, with or without an account; nothing changes until it is decided. The link
 * of a mail, when it led here, shows that it comes from the organisation.
 * @throws Refusal 429 when an address or an entry receives too many; 404 for a link that no longer serves
 */
export async function proposeCorrection(
	{ door, actor }: { readonly door: Work; readonly actor: Actor },
	sending: Sending & { readonly letterToken: string | undefined },
	{ address }: Visitor,
): Promise<void> {
	await withinLimit(door, 'propose-correction', { account: sending.id, address });
	await door(async (anonymous) => {
		const act = actor.accountId ? signedBy(anonymous, actor.accountId) : anonymous;
		const letter = sending.letterToken ? await findLetter(act, sending.letterToken) : undefined;
		const proven = letter?.organisationId === sending.organisationId ? letter.id : null;
		if (proven) await noteCorrected(act, proven, sending.id);
		await proposeFields(act, { ...sending, letterId: proven });
	});
}

/** At the door: writes a correction and its fields, in two statements whatever their number. */
export async function proposeFields(
	act: Act,
	{
		kind,
		id,
		organisationId,
		letterId,
		contactEmail,
		fields,
	}: Sending & { readonly letterId: string | null },
): Promise<string> {
	const correction = await act.tx
		.insertInto('correction')
		.values({
			kind,
			entryId: id,
			organisationId,
			letterId,
			contactEmail,
			accountId: act.actor.accountId,
			proposedAt: act.at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await act.tx
		.insertInto('correctionField')
		.values(
			fields.map(({ field, before, proposed }) => ({
				correctionId: correction.id,
				entryId: id,
				field,
				before: JSON.stringify(before ?? null),
				proposed: JSON.stringify(proposed ?? null),
			})),
		)
		.execute();
	await record(act, 'upkeep.correction-proposed', correction.id, {
		kind,
		fields: fields.map(({ field }) => field),
	});
	return correction.id;
}

const noteCorrected = ({ tx, at }: Act, letterId: string, serviceId: string): Promise<unknown> =>
	tx
		.updateTable('reviewLetterService')
		.set({ answer: 'corrected', answeredAt: at })
		.where('letterId', '=', letterId)
		.where('serviceId', '=', serviceId)
		.where('answer', 'is', null)
		.execute();
