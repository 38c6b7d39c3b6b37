import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isEnded, referralStates } from '../referral.ts';

/** The same request, twice open with the same organisation, is a second click: the first one is followed. */
export async function refuseOpenTwin(
	{ tx }: Act,
	pathwayId: string,
	organisationIds: readonly string[],
	domain: string,
): Promise<void> {
	const twin = await tx
		.selectFrom('referral')
		.select('id')
		.where('pathwayId', '=', pathwayId)
		.where('domain', '=', domain)
		.where('toOrganisationId', 'in', organisationIds)
		.where('state', 'in', open)
		.executeTakeFirst();
	if (twin) throw new Refusal(409, 'referral.already-open');
}

const open = referralStates.filter((state) => !isEnded(state) && state !== 'draft');
