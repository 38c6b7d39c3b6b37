import type { TextKey } from '#lib/texts/catalogue.ts';
import { mayReopen, type StepState, walkTo } from './step.ts';

/** Whose gesture it is: the person herself, whom she mandated, or a worker, with the hat worn. */
export type Mover =
	| { readonly voice: 'person' | 'helper' }
	| { readonly voice: 'worker'; readonly hatId: string; readonly leads: boolean };

export interface OwnedStep {
	readonly state: StepState;
	readonly owner: 'person' | 'worker';
	readonly ownerHatId: string | null;
	readonly endedAt: Date | null;
}

export interface Wanted {
	readonly to: StepState;
	/** Before whom she said yes, when a worker writes it for her. */
	readonly before?: string | null;
	readonly at: Date;
}

/** Why this gesture may not be made, if it may not: requirements 4.2 of the step's machine. */
export function whyNotMove(mover: Mover, step: OwnedStep, { to, before, at }: Wanted): TextKey | undefined {
	if (walkTo(step.state, to).length === 0) return 'steps.not-from-here';
	if (step.state === 'done' && !(step.endedAt && mayReopen(step.endedAt, at))) return 'steps.reopen-late';
	if (to === 'accepted') return mover.voice === 'worker' && !before ? 'steps.before-missing' : undefined;
	if (to === 'declined') return undefined;
	if (owns(mover, step)) return undefined;
	return isWayOut(to) && (mover.voice !== 'worker' || mover.leads) ? undefined : 'steps.not-owner';
}

/** The person's own step is moved by her, or written down by those who lead; a worker's, by that worker alone. */
function owns(mover: Mover, { owner, ownerHatId }: OwnedStep): boolean {
	if (mover.voice !== 'worker') return owner === 'person';
	return owner === 'person' ? mover.leads : mover.hatId === ownerHatId;
}

/** Setting aside, giving up, doing otherwise: hers to say, and her lead's, whoever owns the step. */
const isWayOut = (to: StepState): boolean => to === 'suspended' || to === 'abandoned' || to === 'replaced';
