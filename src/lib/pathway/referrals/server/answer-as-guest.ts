import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import type { ReferralState } from '../referral.ts';
import type { Party } from './move-referral.ts';
import { readOpened } from './read-as-guest.ts';
import { countTry, holdLink, useLink } from './referral-links.ts';
import { listSilence } from './silence.ts';

/** What a guest sees before the code: who asks, for what, how urgent; nothing about the person. */
export const lookAtRequest = (guest: Work) =>
	guest(async (act) => {
		const { id, referralId, organisationId } = await holdLink(act, 'answer');
		const referral = await act.tx
			.selectFrom('referral')
			.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
			.leftJoin('organisation as target', (join) => join.on('target.id', '=', organisationId))
			.leftJoin('service', 'service.id', 'referral.serviceId')
			.select((eb) => [
				'referral.id',
				'referral.department',
				'referral.state',
				'referral.domain',
				'referral.urgent',
				'referral.sentAt',
				'referral.answerBy',
				'referral.fromName',
				'referral.firstContactOn',
				'referral.contactName',
				eb.fn.coalesce('source.name', 'referral.fromName').as('sourceName'),
				'source.phone as sourcePhone',
				'target.name as targetName',
				'service.name as serviceName',
			])
			.where('referral.id', '=', referralId)
			.$narrowType<{ state: ReferralState }>()
			.executeTakeFirstOrThrow();
		return { ...referral, linkId: id, silence: await listSilence(act, referralId) };
	});

/** Tells whether the code typed is the one that the sender knows; a wrong one is counted, five close the link. */
export const tryCode = (guest: Work): Promise<boolean> =>
	guest(async (act) => {
		const link = await holdLink(act, 'answer');
		const right = await opened(act);
		if (!right) await countTry(act, link);
		return right;
	});

const opened = async ({ tx }: Act): Promise<boolean> => {
	const { rows } = await sql<{ id: string | null }>`select opened_link() as id`.execute(tx);
	return Boolean(rows[0]?.id);
};

/** Answers by the link, which dies with it: of two clicks at once, one answers. @returns what the answer opens */
export async function answerAsGuest(
	guest: Work,
	byName: string,
	answer: (act: Act, target: Party, referralId: string) => Promise<unknown>,
) {
	if (!(await tryCode(guest))) throw new Refusal(422, 'referral.code-wrong');
	return guest(async (act) => {
		const { id, referralId, organisationId } = await holdLink(act, 'answer');
		const before = await readOpened(act, referralId);
		await answer(act, { side: 'target', organisationId, byName }, referralId);
		const after = await readOpened(act, referralId);
		// An attempt at reaching her is noted and answers nothing: the link still serves.
		if (after.standing.state !== before.standing.state) await useLink(act, id);
		return after;
	});
}
