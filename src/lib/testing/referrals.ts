import { draftReferral, NewReferral } from '../pathway/referrals/server/draft-referral.ts';
import { findReferral } from '../pathway/referrals/server/referrals.ts';
import { Sending, sendReferral } from '../pathway/referrals/server/send-referral.ts';
import type { Act } from '../server/act.ts';
import type { Followed } from './pathways.ts';

/** A draft to one organisation, or to several: her need, and the fields she chose. */
export const drafted = (
	{ pathwayId, worker }: Pick<Followed, 'pathwayId' | 'worker'>,
	organisationIds: readonly string[],
	more: Partial<Record<keyof NewReferral, unknown>> = {},
): Promise<string> =>
	worker.act((act) =>
		draftReferral(
			act,
			pathwayId,
			NewReferral.parse({ organisationIds, domain: 'mobility', need: 'Passer le permis', ...more }),
		),
	);

/** Sends a draft: she said yes aloud, before a witness. */
export const sendIt = async (act: Act, id: string): Promise<void> => {
	const { version } = await findReferral(act, id);
	const sending = Sending.parse({ basis: 'agreement', proof: 'oral', witness: 'Léo Martin', version });
	await sendReferral(act, id, sending);
};

/** A referral drafted and sent. @returns its id */
export async function sent(
	someone: Pick<Followed, 'pathwayId' | 'worker'>,
	organisationIds: readonly string[],
	more: Partial<Record<keyof NewReferral, unknown>> = {},
): Promise<string> {
	const id = await drafted(someone, organisationIds, more);
	await someone.worker.act((act) => sendIt(act, id));
	return id;
}
