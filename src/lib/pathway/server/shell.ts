import { protectionOf } from '#lib/person/protection.ts';
import { countWaiting } from '#lib/person/server/emergencies.ts';
import { listReaders } from '#lib/person/server/sharing.ts';
import type { Act } from '#lib/server/act.ts';
import { findPathway, leads } from './pathways.ts';

/** What stands around every page of a pathway: who it is about, how she may be reached, who reads what, what waits. */
export async function readShell(act: Act, id: string) {
	const pathway = await findPathway(act, id);
	return {
		id,
		name: pathway.name,
		fictional: pathway.fictional,
		state: pathway.state,
		readsSteps: pathway.readsSteps,
		protection: protectionOf(pathway.protection),
		contactRule: pathway.contactRule,
		safeContact: pathway.safeContact,
		lead: { id: pathway.leadOrganisationId, name: pathway.leadOrganisationName },
		leads: leads(act, pathway),
		own: act.actor.hat?.organisationId ?? null,
		readers: await listReaders(act, pathway.personId),
		emergencies: await countWaiting(act, pathway.personId),
	};
}
