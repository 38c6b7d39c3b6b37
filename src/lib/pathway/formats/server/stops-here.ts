import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import type { Act } from '#lib/server/act.ts';
import { type Received, ReceivedConsent } from '../read-fhir.ts';
import { findLink } from './exchange-links.ts';
import type { Incoming } from './incoming.ts';

/** Whether a Consent that held here says now that it does not: it is then stopped, from the next reading on. */
export async function stopsHere(act: Act, { source }: Incoming, received: Received): Promise<boolean> {
	const { success, data: consent } = ReceivedConsent.safeParse(received.resource);
	if (!success || (consent.status === 'active' && consent.provision?.type !== 'deny')) return false;
	const link = await findLink(act, { source, kind: 'Consent', foreignId: received.id });
	const held =
		link?.agreementId &&
		(await act.tx
			.selectFrom('agreement')
			.select(['id', 'personId'])
			.where('id', '=', link.agreementId)
			.where('revokedAt', 'is', null)
			.where('endsAt', '>', act.at)
			.executeTakeFirst());
	if (!held) return false;
	await stopAgreement(act, held.personId, held.id, { way: 'paper' });
	return true;
}
