/** The life of a step: only the person, her mandated helper, or a worker to whom she said it aloud, accepts it. */
const next = {
	proposed: ['accepted', 'declined', 'abandoned', 'replaced'],
	accepted: ['planned', 'abandoned', 'replaced'],
	declined: [],
	planned: ['in-progress', 'missed', 'suspended', 'abandoned', 'replaced'],
	'in-progress': ['done', 'suspended', 'abandoned', 'replaced'],
	// Done, then not quite: within thirty days.
	done: ['in-progress'],
	missed: ['planned', 'replaced', 'abandoned'],
	suspended: ['planned', 'abandoned', 'replaced'],
	abandoned: [],
	replaced: [],
} as const satisfies Record<string, readonly string[]>;
export type StepState = keyof typeof next;
export const stepStates = Object.keys(next) as readonly StepState[];

const after = (state: StepState): readonly StepState[] => next[state];

export const isStepState = (state: string): state is StepState => Object.hasOwn(next, state);

export const canStepBecome = (from: StepState, to: StepState): boolean => after(from).includes(to);

/** Moves that nothing is asked for: one gesture of a busy owner may walk several of them. */
const plain: readonly StepState[] = ['planned', 'in-progress', 'done'];

/** The legal moves, in order, by which one gesture leads from a state to another; none when it may not. */
export function walkTo(from: StepState, to: StepState): readonly StepState[] {
	if (canStepBecome(from, to)) return [to];
	if (!plain.includes(to)) return [];
	const first = after(from).find((state) => state === 'planned' || state === 'in-progress');
	if (!first || from === 'done') return [];
	const rest = walkTo(first, to);
	return rest.length > 0 ? [first, ...rest] : [];
}

/** Open: somebody still has to move it. */
export const isOpenStep = (state: StepState): boolean =>
	!(['declined', 'done', 'abandoned', 'replaced'] as readonly StepState[]).includes(state);

/** How long a finished step may be taken up again, in days. */
export const reopenDays = 30;

/** Whether a finished step may be taken up again, to the instant. */
export const mayReopen = (endedAt: Date, at: Date): boolean =>
	at.getTime() - endedAt.getTime() <= reopenDays * 86_400_000;

/** A suspended step has a date at which it is looked at again: ninety days at most. */
export const longestSuspensionDays = 90;

/** Late is never a state: it is told at the moment of reading (calendar dates YYYY-MM-DD). */
export const isLate = ({ state, dueOn }: { state: StepState; dueOn: string }, today: string): boolean =>
	isOpenStep(state) && state !== 'suspended' && dueOn < today;
