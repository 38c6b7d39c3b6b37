import { sql } from 'kysely';
import type { Domain } from '#lib/person/domain.ts';
import type { Act } from '#lib/server/act.ts';
import type { FieldName, ReasonCode, ReferralState } from '../../referrals/referral.ts';
import { type TaskStatus, taskStatuses } from '../../referrals/task-status.ts';
import type { ExportedReferral } from '../exported-referral.ts';

/** Which referrals are asked for; nothing said, all that the actor may hand on. */
export interface ExportFilter {
	readonly id?: string | undefined;
	readonly statuses?: readonly TaskStatus[] | undefined;
	readonly patientId?: string | undefined;
	readonly ownerId?: string | undefined;
	readonly requesterId?: string | undefined;
	readonly updated?: readonly { readonly operator: '>=' | '>' | '<=' | '<'; readonly at: Date }[] | undefined;
	readonly limit: number;
	readonly offset: number;
}

/** A person has another name for each organisation that reads: two of them cannot put their files together. */
export const patientId = sql<string>`left(encode(sha256(convert_to(referral.pathway_id::text || ':' || acting_organisation()::text, 'UTF8')), 'hex'), 32)`;

/** Once she withdraws her agreement, whoever received the referral finds nothing there any more. */
export const stillTold = sql<boolean>`(
	referral.from_organisation_id = (select acting_organisation())
	or referral.to_organisation_id <> (select acting_organisation())
	or referral.ground_id is not null
	or exists (select from agreement held where held.organisation_id = (select acting_organisation()) and held.revoked_at is null
		and (held.ends_at > (select acting_at()) or referral.ended_at is not null)
		-- of an open call, each organisation has its own, recorded with the sending
		and case when referral.open_call then held.way = 'referral' and held.recorded_at = referral.sent_at
			else held.id = referral.agreement_id end)
)`;

/** What the actor sent, received or follows, found by index: arrays, so that row security is asked of these alone. */
const within = sql<boolean>`referral.id = any (array(
	select r.id from referral r where r.from_organisation_id = (select acting_organisation())
	union select received_referrals()
	union select r.id from referral r where r.pathway_id = any (array(select open_pathways(3)))
))`;

/** Referrals as their reader may hand them on, the latest change first. Never a draft; row security decides the rest. */
export async function listExported(act: Act, filter: ExportFilter) {
	const rows = await selectRows(act, filter);
	const ids = rows.map(({ id }) => id);
	const [fields, words, outcomes] = [
		await fieldsOf(act, ids),
		await lastWordsOf(act, ids),
		await outcomesOf(act, ids),
	];
	return rows.map(({ pathwayId, ...row }) => ({
		pathwayId,
		referral: {
			...referralOf(row),
			fields: fields.get(row.id) ?? [],
			words: words.get(row.id) ?? null,
			outcome: outcomes.get(row.id) ?? null,
		} satisfies ExportedReferral,
	}));
}

function selectRows({ tx }: Act, filter: ExportFilter) {
	const { id, statuses, ownerId, requesterId, updated = [], limit, offset } = filter;
	let query = tx
		.selectFrom('referral')
		.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
		.leftJoin('organisation as target', 'target.id', 'referral.toOrganisationId')
		.leftJoin('agreement', 'agreement.id', 'referral.agreementId')
		.selectAll('referral')
		.select(['source.name as sourceName', 'target.name as targetName', patientId.as('patientId')])
		.select(['agreement.recordedAt', 'agreement.startsAt', 'agreement.endsAt', 'agreement.proof'])
		// Nothing leaves before it is sent, nor once it was dropped before.
		.where('referral.sentAt', 'is not', null)
		.where(stillTold)
		.orderBy('referral.stateSince', 'desc')
		.orderBy('referral.id')
		.limit(limit)
		.offset(offset);
	query = id ? query.where('referral.id', '=', id) : query.where(within);
	if (statuses) query = query.where('referral.state', 'in', statesOf(statuses));
	if (filter.patientId) query = query.where(patientId, '=', filter.patientId);
	if (ownerId) query = query.where('referral.toOrganisationId', '=', ownerId);
	if (requesterId) query = query.where('referral.fromOrganisationId', '=', requesterId);
	for (const { operator, at } of updated) query = query.where('referral.stateSince', operator, at);
	return query.execute();
}

const statesOf = (statuses: readonly TaskStatus[]): string[] =>
	Object.entries(taskStatuses).flatMap(([state, [status]]) => (statuses.includes(status) ? [state] : []));

type Row = Omit<Awaited<ReturnType<typeof selectRows>>[number], 'pathwayId'>;

const referralOf = (row: Row) => ({
	id: row.id,
	patientId: row.patientId,
	state: row.state as ReferralState,
	domain: row.domain as Domain,
	topic: row.topic,
	urgent: row.urgent,
	madeAt: row.madeAt,
	sentAt: row.sentAt,
	stateSince: row.stateSince,
	endedAt: row.endedAt,
	parentId: row.parentId,
	from: { id: row.fromOrganisationId, name: row.sourceName ?? row.fromName },
	to: row.toOrganisationId ? { id: row.toOrganisationId, name: row.targetName ?? '' } : null,
	reasonCode: row.reasonCode as ReasonCode | null,
	agreement: agreementOf(row),
	underLaw: row.groundId !== null,
});

const agreementOf = ({ agreementId, recordedAt, startsAt, endsAt, proof }: Row) =>
	agreementId && recordedAt && startsAt && endsAt && proof
		? { id: agreementId, recordedAt, startsAt, endsAt, proof }
		: null;

export async function fieldsOf({ tx }: Act, ids: readonly string[]) {
	const rows = await tx
		.selectFrom('referralField')
		.select(['referralId', 'name', 'value'])
		.where('referralId', 'in', [...ids, nobody])
		.orderBy('name')
		.execute();
	const found = new Map<string, { name: FieldName; value: string }[]>();
	for (const { referralId, name, value } of rows)
		found.set(referralId, [...(found.get(referralId) ?? []), { name: name as FieldName, value }]);
	return found;
}

export async function lastWordsOf({ tx }: Act, ids: readonly string[]) {
	const rows = await tx
		.selectFrom('referralMove')
		.distinctOn('referralId')
		.select(['referralId', 'words'])
		.where('referralId', 'in', [...ids, nobody])
		.orderBy('referralId')
		.orderBy('id', 'desc')
		.execute();
	return new Map(rows.map(({ referralId, words }) => [referralId, words]));
}

async function outcomesOf({ tx }: Act, ids: readonly string[]) {
	const rows = await tx
		.selectFrom('referralMessage')
		.select(['referralId', 'words'])
		.where('referralId', 'in', [...ids, nobody])
		.where('kind', '=', 'outcome')
		.orderBy('at')
		.execute();
	return new Map(rows.map(({ referralId, words }) => [referralId, words]));
}

/** `in ()` is not SQL: a list is never empty. */
const nobody = '00000000-0000-0000-0000-000000000000';
