import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { logAccess } from '#lib/person/server/access-log.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { dayOf } from '#lib/time/days.ts';
import { showRelay } from '../shown-relay.ts';
import { listAwaited, listRelays, receiversFor } from './relays.ts';

/** The relays of a pathway, and whom one may propose one to: for those who lead. */
export async function openRelayPage(act: Act, pathwayId: string) {
	const { pathway, relation } = await pathwayRead(act, pathwayId);
	if (!relation.leads) throw new Refusal(404, 'problem.nothing-here');
	await logAccess(act, pathway.personId, 'pathway');
	const { colleagues, organisations } = await receiversFor(act, pathway.personId);
	const relays = (await listRelays(act, pathwayId)).map(showRelay);
	return {
		id: pathwayId,
		today: dayOf(act.at),
		relays,
		mayPropose: pathway.state !== 'closed' && !relays.some(({ open }) => open),
		receivers: [
			...colleagues.map(({ hatId, name }) => ({
				value: `colleague:${hatId}`,
				label: translate('steps.relay-colleague', { name }),
			})),
			...organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
		],
	};
}

/** The relays that await the acting worker; who they are about is told as far as an agreement tells it. */
export async function openAwaitedRelays(act: Act) {
	return (await listAwaited(act)).map((relay) => ({
		...showRelay(relay),
		mine: relay.state === 'proposed',
		name: relay.name ?? translate('steps.relay-someone'),
		pathwayId: relay.name ? relay.pathwayId : null,
	}));
}
