import { canStepBecome, type StepState } from './step.ts';

/**
 * The moves by which a step gets another date: a planned one was not done on its day, then is planned anew. None for a
 * step that has begun: it is done, set aside or replaced, which its own page asks.
 */
export function postponedBy(from: StepState): readonly StepState[] {
	if (canStepBecome(from, 'planned')) return ['planned'];
	return from === 'planned' ? ['missed', 'planned'] : [];
}
