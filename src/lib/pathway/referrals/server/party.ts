import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Party } from './move-referral.ts';

/** The organisation of the actor, as the one who sent. */
export const asSource = async (act: Act): Promise<Party> => party(act, 'source');

/** The organisation of the actor, as the one who received. */
export const asTarget = async (act: Act): Promise<Party> => party(act, 'target');

async function party(act: Act, side: Party['side']): Promise<Party> {
	const organisationId = act.actor.hat?.organisationId;
	if (!organisationId) throw new Refusal(404, 'problem.nothing-here');
	return { side, organisationId, byName: await nameOfActor(act) };
}
