import type { Insertable, Updateable } from 'kysely';
import { takeReferralInHand } from '#lib/person/server/at-hand.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Referral } from '#lib/server/tables.ts';
import { type FieldName, fieldLevels, fieldNames, type ReferralState } from '../referral.ts';

export type NewReferralRow = Omit<
	Insertable<Referral>,
	'id' | 'fromOrganisationId' | 'fromHatId' | 'fromName' | 'madeAt' | 'stateSince' | 'state'
> & { readonly id?: string | undefined };

/** Inserts a draft of the actor's. @returns its id */
export async function insertReferral(
	{ tx, actor, at }: Act,
	fromName: string,
	values: NewReferralRow,
): Promise<string> {
	const id = values.id ?? crypto.randomUUID();
	await tx
		.insertInto('referral')
		.values({
			...values,
			id,
			fromName,
			fromOrganisationId: actor.hat?.organisationId ?? '',
			fromHatId: actor.hat?.id ?? '',
			madeAt: at,
			stateSince: at,
		})
		.execute();
	return id;
}

/** Workers read it with its pathway; a guest and the clock hold it otherwise. */
const hold = async (act: Act, id: string): Promise<void> => {
	if (act.actor.hat) await takeReferralInHand(act, id);
};

/** The referral, as far as the actor may see it; otherwise as if it did not exist. */
export async function findReferral(act: Act, id: string) {
	const { tx } = act;
	await hold(act, id);
	const referral = await tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
	if (!referral) throw new Refusal(404, 'problem.nothing-here');
	return { ...referral, state: referral.state as ReferralState };
}
export type FoundReferral = Awaited<ReturnType<typeof findReferral>>;

/** The same, held until the act ends: of two who move it at once, the second sees what the first did. */
export async function holdReferral(act: Act, id: string): Promise<FoundReferral> {
	await hold(act, id);
	const referral = await act.tx
		.selectFrom('referral')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	if (!referral) throw await whyGone(act, id);
	return { ...referral, state: referral.state as ReferralState };
}

/** Those who were called know that there was a call: they are told that another took it. */
async function whyGone({ tx }: Act, id: string): Promise<Refusal> {
	const called = await tx
		.selectFrom('referralCall')
		.select('referralId')
		.where('referralId', '=', id)
		.executeTakeFirst();
	return called ? new Refusal(409, 'referral.taken') : new Refusal(404, 'problem.nothing-here');
}

export async function changeReferral(
	{ tx }: Act,
	{ id, version }: Pick<FoundReferral, 'id' | 'version'>,
	values: Updateable<Referral>,
): Promise<void> {
	await tx
		.updateTable('referral')
		.set({ ...values, version: version + 1 })
		.where('id', '=', id)
		.execute();
}

/** What the recipient will read, field by field; only these rows ever leave. */
export const insertFields = async (
	{ tx }: Act,
	referralId: string,
	fields: readonly { readonly name: FieldName; readonly value: string }[],
): Promise<void> => {
	if (fields.length === 0) return;
	await tx
		.insertInto('referralField')
		.values(fields.map(({ name, value }) => ({ referralId, name, value, level: fieldLevels[name] })))
		.execute();
};

export async function listFields({ tx }: Act, referralId: string) {
	const rows = await tx
		.selectFrom('referralField')
		.select(['name', 'level', 'value'])
		.where('referralId', '=', referralId)
		.execute();
	const fields = rows.map(({ name, ...row }) => ({ ...row, name: name as FieldName }));
	return fields.toSorted((a, b) => fieldNames.indexOf(a.name) - fieldNames.indexOf(b.name));
}

export const listMoves = ({ tx }: Act, referralId: string) =>
	tx
		.selectFrom('referralMove')
		.leftJoin('organisation', 'organisation.id', 'referralMove.organisationId')
		.select([
			'referralMove.fromState',
			'referralMove.toState',
			'referralMove.side',
			'referralMove.byName',
			'referralMove.reasonCode',
			'referralMove.words',
			'referralMove.at',
			'organisation.name as organisation',
		])
		.where('referralId', '=', referralId)
		.orderBy('referralMove.id')
		.execute();

export interface Message {
	readonly kind: 'question' | 'answer' | 'alternative' | 'outcome' | 'attempt' | 'reminder';
	readonly words: string;
	readonly serviceId?: string | null;
	readonly channel?: string | null;
	readonly onDay?: string | null;
}

export const insertMessages = async (
	{ tx, at }: Act,
	referralId: string,
	{ side, byName }: { side: string; byName: string },
	messages: readonly Message[],
): Promise<void> => {
	if (messages.length === 0) return;
	await tx
		.insertInto('referralMessage')
		.values(messages.map((message) => ({ ...message, referralId, side, byName, at })))
		.execute();
};

export const listMessages = ({ tx }: Act, referralId: string) =>
	tx
		.selectFrom('referralMessage')
		.leftJoin('service', 'service.id', 'referralMessage.serviceId')
		.selectAll('referralMessage')
		.select('service.name as serviceName')
		.where('referralId', '=', referralId)
		.orderBy('referralMessage.at')
		.execute();
