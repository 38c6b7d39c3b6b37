import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { told } from '#lib/pathway/typed.ts';
import { domains } from '#lib/person/domain.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const NewGoal = z.object({
	domain: z.enum(domains, 'steps.domain-missing'),
	goal: told(1000, 'steps.goal-missing', 'steps.goal-long'),
	saidBy: z.enum(['person', 'worker'], 'steps.said-by-missing'),
});

export const EndedGoal = z.object({
	goal: z.uuid('steps.goal-unknown'),
	version: z.coerce.number().int(),
	state: z.enum(['reached', 'dropped'], 'steps.goal-state-missing'),
});

/** The goals of a pathway, those still open first, in the order they were set. */
export const listGoals = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('goal')
		.selectAll()
		.where('pathwayId', '=', pathwayId)
		.orderBy((eb) => eb('state', '<>', 'open'))
		.orderBy('setAt')
		.orderBy('id')
		.execute();

/** Writes a goal down in her own words. @returns its id */
export async function setGoal(act: Act, pathwayId: string, goal: z.infer<typeof NewGoal>): Promise<string> {
	await pathwayToWrite(act, pathwayId);
	return insertGoal(act, pathwayId, goal);
}

/** For an act that already holds the pathway. @returns the goal's id */
export async function insertGoal(
	act: Act,
	pathwayId: string,
	{ domain, goal, saidBy }: z.infer<typeof NewGoal>,
	organisationId = organisationOf(act.actor),
): Promise<string> {
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('goal')
		.values({ id, pathwayId, domain, words: goal, saidBy, organisationId, setAt: act.at })
		.execute();
	await record(act, 'goal.set', pathwayId, { goal: id });
	return id;
}

/** Says a goal reached or dropped; whoever comes second is told. */
export async function endGoal(
	act: Act,
	pathwayId: string,
	{ goal, version, state }: z.infer<typeof EndedGoal>,
): Promise<void> {
	await pathwayToWrite(act, pathwayId);
	const { numUpdatedRows } = await act.tx
		.updateTable('goal')
		.set({ state, endedAt: act.at, version: version + 1 })
		.where('id', '=', goal)
		.where('pathwayId', '=', pathwayId)
		.where('version', '=', version)
		.where('state', '=', 'open')
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal(409, 'steps.goal-changed');
	await record(act, 'goal.ended', pathwayId, { goal, state });
}
