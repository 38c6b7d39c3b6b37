import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { type Ground, grounds } from '../legal-ground.ts';
import { refuseUnlessLead } from './lead.ts';
import { nameRecipient } from './name-recipient.ts';
import { organisationOf } from './people.ts';

/** Which text of law, for whom, and why in the worker's own words. */
export const NewGround = z.object({
	ground: z.enum(grounds, 'agreements.ground-missing'),
	organisation: z.uuid('agreements.organisation-missing'),
	explanation: z
		.string()
		.trim()
		.min(10, 'agreements.explanation-short')
		.max(1000, 'agreements.explanation-long'),
});

/**
 * Records why the law allows telling something to an organisation without an agreement. It opens nothing by itself: a
 * referral sent under it says so.
 * @returns its id
 * @throws Refusal 404 for whoever does not lead
 */
export async function recordGround(
	act: Act,
	personId: string,
	{ ground, organisation, explanation }: z.output<typeof NewGround>,
): Promise<string> {
	await refuseUnlessLead(act, personId, 'agreement.ground');
	await nameRecipient(act, organisation);
	const { tx, actor, at } = act;
	const id = crypto.randomUUID();
	await tx
		.insertInto('legalGround')
		.values({
			...{ id, personId, ground, explanation },
			organisationId: organisation,
			recordedBy: organisationOf(actor),
			recordedByHat: actor.hat?.id ?? '',
			recordedAt: at,
		})
		.execute();
	await record(act, 'agreement.ground-recorded', personId, { ground });
	return id;
}

/** The grounds recorded for a person, the latest first; her lead organisation alone reads them. */
export const listGrounds = ({ tx }: Act, personId: string) =>
	tx
		.selectFrom('legalGround')
		.innerJoin('organisation', 'organisation.id', 'legalGround.organisationId')
		.select(['legalGround.id', 'ground', 'explanation', 'recordedAt', 'organisation.name as organisation'])
		.where('personId', '=', personId)
		.orderBy('recordedAt', 'desc')
		.$narrowType<{ ground: Ground }>()
		.execute();
