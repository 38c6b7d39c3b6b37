import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { mayTell } from '#lib/pathway/typed.ts';
import { endOf, textVersion } from '#lib/person/agreement.ts';
import { nameRecipient } from '#lib/person/server/name-recipient.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addDays, dayOf } from '#lib/time/days.ts';

/** How long an organisation that may take over knows who she is, unless it does. */
const days = 30;

export const RelayAgreement = z.object({
	organisation: z.uuid('steps.relay-to-missing'),
	agreedBy: z.enum(['signed', 'oral', 'helper'], 'steps.relay-proof-missing'),
	heardBy: mayTell(120, 'steps.before-long'),
});

/**
 * Records that she agrees to be known of an organisation that may take over: who she is and how to reach her, thirty
 * days, and nothing else. @throws NotYours 404 where another leads
 */
export async function agreeToMeet(
	act: Act,
	pathwayId: string,
	{ organisation, agreedBy, heardBy }: z.output<typeof RelayAgreement>,
): Promise<void> {
	const { pathway, relation } = await pathwayToWrite(act, pathwayId);
	if (!relation.leads) throw new NotYours('relay.propose', pathwayId);
	if (agreedBy !== 'signed' && !heardBy) throw new Refusal(422, 'steps.relay-heard-missing');
	await nameRecipient(act, organisation);
	await act.tx
		.insertInto('agreement')
		.values({
			id: crypto.randomUUID(),
			personId: pathway.personId,
			organisationId: organisation,
			level: 1,
			purpose: 'relay',
			way: 'relay',
			startsAt: act.at,
			endsAt: endOf(addDays(dayOf(act.at), days), act.at),
			proof: agreedBy,
			witness: heardBy,
			textVersion,
			recordedBy: organisationOf(act.actor),
			recordedByHat: act.actor.hat?.id ?? null,
			recordedAt: act.at,
		})
		.execute();
	await record(act, 'agreement.recorded', pathway.personId, { level: 1, way: 'relay' });
}
