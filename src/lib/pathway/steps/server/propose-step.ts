import { sql } from 'kysely';
import * as z from 'zod';
import { pathwayToWrite, type Written } from '#lib/pathway/server/relation.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { mayTell, told } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';

/** Who will move a step, as a form says it: she, whoever writes, or her lead worker. */
export const stepOwners = ['person', 'me', 'lead'] as const;

export const NewStep = z.object({
	words: told(500, 'steps.words-missing', 'steps.words-long'),
	owner: z.enum(stepOwners, 'steps.owner-missing'),
	dueOn: z.iso.date('steps.due-missing'),
	proposedBy: z.enum(['person', 'worker'], 'steps.said-by-missing').default('worker'),
	goal: z
		.union([z.uuid('steps.goal-unknown'), z.literal('')])
		.optional()
		.transform((id) => id || null),
	before: mayTell(120, 'steps.before-long'),
});
export type NewStep = z.output<typeof NewStep>;

/** Proposes a step; with the name of whoever heard her say yes, it is accepted at once. @returns its id */
export async function proposeStep(act: Act, pathwayId: string, step: NewStep): Promise<string> {
	const written = await pathwayToWrite(act, pathwayId);
	const id = await insertStep(act, written, step);
	await activate(act, written);
	return id;
}

/** For an act that already holds the pathway. @returns the step's id */
export async function insertStep(act: Act, written: Written, step: NewStep): Promise<string> {
	const { pathway } = written;
	const today = dayOf(act.at);
	if (step.dueOn < today) throw new Refusal(422, 'steps.due-past');
	await knownGoal(act, pathway.id, step.goal);
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('step')
		.values({
			id,
			pathwayId: pathway.id,
			goalId: step.goal,
			words: step.words,
			...(await ownerOf(act, written, step.owner)),
			dueOn: step.dueOn,
			proposedBy: step.proposedBy,
			organisationId: organisationOf(act.actor),
			madeAt: act.at,
			...(step.before && {
				state: 'accepted',
				acceptedBy: 'oral',
				acceptedBefore: step.before,
				acceptedAt: act.at,
			}),
		})
		.execute();
	await record(act, 'step.proposed', pathway.id, { step: id, by: step.proposedBy });
	if (step.before)
		await record(act, 'step.moved', pathway.id, { step: id, from: 'proposed', to: 'accepted' });
	return id;
}

async function ownerOf(act: Act, { pathway }: Written, owner: NewStep['owner']) {
	if (owner === 'person') return { owner: 'person', ownerHatId: null, ownerName: pathway.name };
	if (owner === 'lead')
		return { owner: 'worker', ownerHatId: pathway.leadHatId, ownerName: pathway.leadName };
	return { owner: 'worker', ownerHatId: act.actor.hat?.id ?? null, ownerName: await nameOfActor(act) };
}

/** A goal is of this pathway and still open. */
async function knownGoal({ tx }: Act, pathwayId: string, id: string | null): Promise<void> {
	if (!id) return;
	const goal = await tx
		.selectFrom('goal')
		.select('id')
		.where('id', '=', id)
		.where('pathwayId', '=', pathwayId)
		.where('state', '=', 'open')
		.executeTakeFirst();
	if (!goal) throw new Refusal(422, 'steps.goal-unknown');
}

/** The first step of a pathway to open makes it active, whichever organisation proposed it. */
export async function activate(act: Act, { pathway }: Written): Promise<void> {
	if (pathway.state !== 'to-open') return;
	await sql`select set_going(${pathway.id})`.execute(act.tx);
	await record(act, 'pathway.activated', pathway.id, {});
}
