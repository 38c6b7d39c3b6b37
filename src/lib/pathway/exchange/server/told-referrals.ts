import { type RawBuilder, sql } from 'kysely';
import { logReferralReadings } from '#lib/person/server/access-log.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { refuseInEmergency } from '../../formats/server/export-referral.ts';
import { fieldsOf, lastWordsOf, patientId, stillTold } from '../../formats/server/exported-referrals.ts';
import type { ChangesQuery } from '../changes-query.ts';
import { settlesAfter } from '../cursor.ts';
import type { ToldReferral } from '../told-referral.ts';

/** What the organisation of the actor sent or received, found by index: arrays, so that row security is asked of these alone. */
const oursOnly = sql<boolean>`referral.id = any (array(
	select r.id from referral r where r.from_organisation_id = (select acting_organisation())
	union select received_referrals()
))`;

/** Those that changed since a position, the oldest change first; what has just changed is told a little later. */
export async function listToldReferrals(act: Act, { since, limit }: ChangesQuery): Promise<ToldReferral[]> {
	const settled = new Date(act.at.getTime() - settlesAfter);
	const after = since
		? sql<boolean>`(referral.changed_at, referral.id) > (${since.at}, ${since.id})`
		: sql<boolean>`true`;
	return tellReferrals(
		act,
		sql<boolean>`${oursOnly} and referral.changed_at <= ${settled} and ${after}`,
		limit,
	);
}

/** @throws Refusal 404 for what does not exist, is still a draft, or is not the organisation's to read: one answer for all */
export async function findToldReferral(act: Act, id: string): Promise<ToldReferral> {
	const [told] = await tellReferrals(act, sql<boolean>`referral.id = ${id} and ${oursOnly}`, 1);
	if (!told) throw new Refusal(404, 'problem.nothing-here');
	return told;
}

/** Whether the actor may read it now, and nothing else: no reading is logged. */
export async function mayReadReferral({ tx }: Act, id: string): Promise<boolean> {
	const found = await tx
		.selectFrom('referral')
		.select('id')
		.where('id', '=', id)
		.where('sentAt', 'is not', null)
		.where(oursOnly)
		.where(stillTold)
		.executeTakeFirst();
	return found !== undefined;
}

/** Each reading is logged for the person, as a worker's is. */
async function tellReferrals(act: Act, which: RawBuilder<boolean>, limit: number): Promise<ToldReferral[]> {
	const rows = await selectRows(act, which, limit);
	await refuseInEmergency(
		act,
		rows.map(({ pathwayId }) => pathwayId),
	);
	const ids = rows.map(({ id }) => id);
	await logReferralReadings(act, ids);
	const fields = await fieldsOf(act, ids);
	const words = await lastWordsOf(act, ids);
	const messages = await messagesOf(act, ids);
	const ours = act.actor.hat?.organisationId ?? null;
	return rows.map((row) => ({
		...told(row, ours),
		fields: Object.fromEntries((fields.get(row.id) ?? []).map(({ name, value }) => [name, value])),
		// What she said when she declined is hers.
		words: row.state === 'declined-by-person' ? null : (words.get(row.id) ?? null),
		messages: messages.get(row.id) ?? [],
	}));
}

const selectRows = ({ tx }: Act, which: RawBuilder<boolean>, limit: number) =>
	tx
		.selectFrom('referral')
		.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
		.leftJoin('organisation as target', 'target.id', 'referral.toOrganisationId')
		.selectAll('referral')
		.select(['source.name as sourceName', 'target.name as targetName', patientId.as('person')])
		// Nothing leaves before it is sent, nor once it was dropped before.
		.where('referral.sentAt', 'is not', null)
		.where(stillTold)
		.where(which)
		.orderBy('referral.changedAt')
		.orderBy('referral.id')
		.limit(limit)
		.execute();
type Row = Awaited<ReturnType<typeof selectRows>>[number];

const told = (row: Row, ours: string | null) => ({
	id: row.id,
	version: row.version,
	changedAt: row.changedAt.toISOString(),
	side: row.fromOrganisationId === ours ? ('source' as const) : ('target' as const),
	state: row.state as ToldReferral['state'],
	domain: row.domain as ToldReferral['domain'],
	topic: row.topic,
	urgent: row.urgent,
	openCall: row.openCall,
	person: row.person,
	from: { id: row.fromOrganisationId, name: row.sourceName ?? row.fromName },
	to: row.toOrganisationId ? { id: row.toOrganisationId, name: row.targetName ?? '' } : null,
	serviceId: row.serviceId,
	parentId: row.parentId,
	sentAt: (row.sentAt ?? row.madeAt).toISOString(),
	answerBy: instant(row.answerBy),
	answeredAt: instant(row.answeredAt),
	endedAt: instant(row.endedAt),
	contactName: row.contactName,
	contactPhone: row.contactPhone,
	firstContactOn: row.firstContactOn,
	firstContactConfirmedOn: row.firstContactConfirmedOn,
	waitingUntil: row.waitingUntil,
	reviewOn: row.reviewOn,
	reasonCode: row.reasonCode as ToldReferral['reasonCode'],
});

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

type Message = ToldReferral['messages'][number];

async function messagesOf({ tx }: Act, ids: readonly string[]): Promise<Map<string, Message[]>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.selectFrom('referralMessage')
		.select(['referralId', 'kind', 'side', 'at', 'words', 'serviceId'])
		.where('referralId', 'in', ids)
		.orderBy('at')
		.orderBy('id')
		.execute();
	const byReferral = Map.groupBy(rows, ({ referralId }) => referralId);
	return new Map(
		[...byReferral].map(([id, list]) => [
			id,
			list.map(({ kind, side, at, words, serviceId }) => ({
				kind: kind as Message['kind'],
				side: side as Message['side'],
				at: at.toISOString(),
				words,
				serviceId,
			})),
		]),
	);
}
