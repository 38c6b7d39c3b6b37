import type { Act } from '#lib/server/act.ts';

/**
 * All that is kept of whoever acts for herself and that she reads by right, table by table (RGPD art. 15 and 20). Row
 * security alone says what is hers: no filter is written here, so that none can be wrong.
 */
export async function readOwnData({ tx, at }: Act) {
	return {
		madeAt: at,
		person: await tx.selectFrom('person').selectAll().execute(),
		pathways: await tx.selectFrom('pathway').selectAll().orderBy('openedAt').execute(),
		goals: await tx.selectFrom('goal').selectAll().orderBy('setAt').execute(),
		steps: await tx.selectFrom('step').selectAll().orderBy('madeAt').execute(),
		appointments: await tx.selectFrom('appointment').selectAll().orderBy('startsAt').execute(),
		assessments: await tx.selectFrom('assessment').selectAll().orderBy('madeAt').execute(),
		assessmentAnswers: await tx.selectFrom('assessmentAnswer').selectAll().orderBy('domain').execute(),
		relays: await tx.selectFrom('relay').selectAll().orderBy('proposedAt').execute(),
		notes: await tx.selectFrom('note').selectAll().orderBy('writtenAt').execute(),
		attachments: await tx
			.selectFrom('attachment')
			.select(['id', 'name', 'mediaType', 'size', 'authorName', 'addedAt'])
			.orderBy('addedAt')
			.execute(),
		documents: await tx.selectFrom('document').selectAll().orderBy('madeAt').execute(),
		signatures: await tx.selectFrom('signature').selectAll().orderBy('signedAt').execute(),
		agreements: await tx
			.selectFrom('agreement')
			.innerJoin('organisation', 'organisation.id', 'agreement.organisationId')
			.selectAll('agreement')
			.select('organisation.name as organisation')
			.orderBy('startsAt')
			.execute(),
		legalGrounds: await tx.selectFrom('legalGround').selectAll().orderBy('recordedAt').execute(),
		referrals: await tx
			.selectFrom('referral')
			.leftJoin('organisation', 'organisation.id', 'referral.toOrganisationId')
			.selectAll('referral')
			.select('organisation.name as organisation')
			.orderBy('madeAt')
			.execute(),
		referralCalls: await tx.selectFrom('referralCall').selectAll().orderBy('referralId').execute(),
		referralFields: await tx.selectFrom('referralField').selectAll().orderBy('name').execute(),
		referralMoves: await tx.selectFrom('referralMove').selectAll().orderBy('id').execute(),
		referralMessages: await tx.selectFrom('referralMessage').selectAll().orderBy('at').execute(),
		referralFeedbacks: await tx.selectFrom('referralFeedback').selectAll().orderBy('saidAt').execute(),
		readings: await tx
			.selectFrom('accessLog')
			.leftJoin('organisation', 'organisation.id', 'accessLog.organisationId')
			.select(['at', 'what', 'workerName', 'organisation.name as organisation'])
			.orderBy('accessLog.id')
			.execute(),
		emergencies: await tx
			.selectFrom('breakGlass')
			.select(['workerName', 'reason', 'openedAt', 'endsAt', 'toldAt'])
			.orderBy('openedAt')
			.execute(),
		cards: await tx
			.selectFrom('handOver')
			.select(['workerName', 'knownBy', 'madeAt', 'usedAt'])
			.orderBy('madeAt')
			.execute(),
		codes: await tx
			.selectFrom('personCode')
			.select(['madeAt', 'expiresAt', 'endedAt'])
			.orderBy('madeAt')
			.execute(),
		pin: await tx.selectFrom('personPin').select(['chosenAt', 'toldAt']).execute(),
		recoveryFact: await tx.selectFrom('recoveryFact').select(['question', 'chosenAt']).execute(),
		words: await tx.selectFrom('ownWord').selectAll().orderBy('saidAt').execute(),
		events: await tx.selectFrom('event').select(['name', 'details', 'happenedAt']).orderBy('seq').execute(),
	};
}
export type OwnData = Awaited<ReturnType<typeof readOwnData>>;
