import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { told } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours, Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { whyNotPropose } from '../relay.ts';
import { listRelays, receiversFor } from './relays.ts';

export const NewRelay = z.object({
	/** `colleague:<hat>` or `organisation:<id>`. */
	to: z.string().regex(/^(colleague|organisation):[0-9a-f-]{36}$/, 'steps.relay-to-missing'),
	reason: told(500, 'steps.relay-reason-missing', 'steps.reason-long'),
	meetingOn: z.union([z.literal(''), z.iso.date('steps.date-unclear')]).optional(),
	personPresent: z.enum(['yes', 'no'], 'steps.relay-present-missing'),
});
type NewRelay = z.output<typeof NewRelay>;

/** Proposes to pass the lead; nothing changes until the receiver and the person have said yes. @returns its id */
export async function proposeRelay(act: Act, pathwayId: string, relay: NewRelay): Promise<string> {
	const { pathway, relation } = await pathwayToWrite(act, pathwayId);
	if (!relation.leads) throw new NotYours('relay.propose', pathwayId);
	if (relay.meetingOn && relay.meetingOn < dayOf(act.at)) throw new Refusal(422, 'steps.relay-meeting-past');
	if ((await listRelays(act, pathwayId)).some(({ state }) => state === 'proposed' || state === 'accepted'))
		throw new Refusal(409, 'steps.relay-already');
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('relay')
		.values({
			id,
			pathwayId,
			fromHatId: act.actor.hat?.id ?? '',
			fromOrganisationId: organisationOf(act.actor),
			fromName: await nameOfActor(act),
			...(await receiver(act, pathway.personId, relay.to)),
			reason: relay.reason,
			meetingOn: relay.meetingOn || null,
			personPresent: relay.personPresent === 'yes',
			proposedAt: act.at,
		})
		.execute();
	await record(act, 'relay.proposed', pathwayId, { relay: id });
	return id;
}

/** Who is asked: a colleague by name, or whoever of the other organisation accepts. */
async function receiver(act: Act, personId: string, to: string) {
	const [kind, id = ''] = to.split(':');
	const { colleagues, organisations } = await receiversFor(act, personId);
	const us = { hatId: act.actor.hat?.id ?? '', organisationId: organisationOf(act.actor) };
	if (kind === 'organisation') {
		const agreed = organisations.some((each) => each.id === id);
		refuseIf(whyNotPropose(us, { hatId: null, organisationId: id }, agreed), 422);
		return { toOrganisationId: id, toHatId: null, toName: null };
	}
	const colleague = colleagues.find(({ hatId }) => hatId === id);
	if (!colleague) throw new Refusal(422, id === us.hatId ? 'steps.relay-to-self' : 'steps.relay-to-missing');
	return { toOrganisationId: us.organisationId, toHatId: id, toName: colleague.name };
}
