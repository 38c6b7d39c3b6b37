import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { isOpenStep, isStepState, type StepState, stepStates } from '../step.ts';

/** What is done next, by whom and for when. */
export interface NextStep {
	readonly id: string;
	readonly words: string;
	readonly state: StepState;
	readonly ownerName: string;
	readonly dueOn: string;
}

export const openStepStates = stepStates.filter(isOpenStep);

/** The open step of a pathway that comes first; a suspended one comes after those that move. */
export async function nextStepOf({ tx }: Act, pathwayId: string): Promise<NextStep | undefined> {
	const step = await tx
		.selectFrom('step')
		.select(['id', 'words', 'state', 'ownerName', 'dueOn'])
		.where('pathwayId', '=', pathwayId)
		.where('state', 'in', openStepStates)
		.orderBy(sql`state = 'suspended'`)
		.orderBy('dueOn')
		.orderBy('madeAt')
		.limit(1)
		.executeTakeFirst();
	return step && isStepState(step.state) ? { ...step, state: step.state } : undefined;
}
