import type { Act } from '#lib/server/act.ts';
import { EndedGoal, endGoal, setGoal } from '../../steps/server/goals.ts';
import { moveStep } from '../../steps/server/move-step.ts';
import { proposeStep } from '../../steps/server/propose-step.ts';
import { findStep } from '../../steps/server/steps.ts';
import { StepMove } from '../../steps/step-form.ts';
import type { PathwayDeed, StepDeed } from '../scene.ts';
import { nameOf } from '../workers.ts';
import { one, type Stage } from './stage.ts';

type Deed = Extract<PathwayDeed, { do: 'goal' | 'end-goal' | 'step' | 'move' }>;

/** Goals and steps, by their real commands. */
export async function performStep(stage: Stage, act: Act, deed: Deed): Promise<void> {
	const { made, pathwayId } = stage;
	switch (deed.do) {
		case 'goal':
			made.set(
				deed.key,
				await setGoal(act, pathwayId, { domain: deed.domain, goal: deed.words, saidBy: 'person' }),
			);
			return;
		case 'end-goal':
			return endGoal(
				act,
				pathwayId,
				EndedGoal.parse({ goal: one(made, deed.key), version: 1, state: deed.state }),
			);
		case 'step':
			made.set(deed.key, await propose(stage, act, deed));
			return;
		case 'move':
			return move(stage, act, deed);
	}
}

const propose = ({ made, pathwayId, calendar, lead }: Stage, act: Act, deed: StepDeed): Promise<string> =>
	proposeStep(act, pathwayId, {
		...{ words: deed.words, owner: deed.owner, proposedBy: 'worker' },
		dueOn: calendar.day(deed.due),
		goal: deed.goal === undefined ? null : one(made, deed.goal),
		before: deed.agreed ? nameOf(lead) : null,
	});

/** Days among what a move says are told from the day of loading, like all others. */
async function move(
	{ made, pathwayId, calendar }: Stage,
	act: Act,
	{ key, to, more = {} }: Extract<Deed, { do: 'move' }>,
): Promise<void> {
	const { id, version } = await findStep(act, pathwayId, one(made, key));
	const told = Object.entries(more).map(([name, value]) => [
		name,
		typeof value === 'number' ? calendar.day(value) : value,
	]);
	await moveStep(act, pathwayId, StepMove.parse({ ...Object.fromEntries(told), step: id, version, to }));
}
