import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isOpenStep, isStepState, type StepState, stepStates } from '../step.ts';

const openStates = stepStates.filter(isOpenStep);

/** The steps of a pathway, the nearest date first. */
export const listSteps = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('step')
		.selectAll()
		.where('pathwayId', '=', pathwayId)
		.orderBy('dueOn')
		.orderBy('madeAt')
		.orderBy('id')
		.execute();
export type ListedStep = Awaited<ReturnType<typeof listSteps>>[number];

/** A step of this pathway, as it is now; otherwise as if it did not exist. */
export async function findStep({ tx }: Act, pathwayId: string, id: string) {
	const step = await tx
		.selectFrom('step')
		.selectAll()
		.where('id', '=', id)
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirst();
	if (!step) throw new Refusal(404, 'problem.nothing-here');
	return { ...step, state: stateOf(step), owner: step.owner === 'person' ? 'person' : 'worker' } as const;
}
export type FoundStep = Awaited<ReturnType<typeof findStep>>;

/** The state of a row, which the table's own rule keeps among the known ones. */
export function stateOf({ state }: { state: string }): StepState {
	if (!isStepState(state)) throw new Error(`a step is ${state}`);
	return state;
}

/** Whether somebody still has a step to move. */
export async function hasOpenStep({ tx }: Act, pathwayId: string): Promise<boolean> {
	const found = await tx
		.selectFrom('step')
		.select('id')
		.where('pathwayId', '=', pathwayId)
		.where('state', 'in', openStates)
		.executeTakeFirst();
	return found !== undefined;
}

/** Changes a step that nobody changed since it was read. */
export async function updateStep(
	{ tx }: Act,
	{ id, version }: { id: string; version: number },
	changes: Partial<Pick<ListedStep, Changed>>,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('step')
		.set({ ...changes, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal(409, 'steps.changed');
}
type Changed =
	| 'state'
	| 'owner'
	| 'ownerHatId'
	| 'ownerName'
	| 'dueOn'
	| 'acceptedBy'
	| 'acceptedBefore'
	| 'acceptedAt'
	| 'reason'
	| 'reasonBy'
	| 'reviewOn'
	| 'replacedBy'
	| 'endedAt'
	| 'reopenedAt';
