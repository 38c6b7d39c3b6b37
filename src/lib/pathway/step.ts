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

export const canStepBecome = (from: StepState, to: StepState): boolean =>
	(next[from] as readonly StepState[]).includes(to);

/** Open: somebody still has to move it. */
export const isOpenStep = (state: StepState): boolean =>
	!(['declined', 'done', 'abandoned', 'replaced'] as readonly StepState[]).includes(state);

/** How long a finished step may be taken up again, in days. */
export const reopenDays = 30;

/** Late is never a state: it is told at the moment of reading (calendar dates YYYY-MM-DD). */
export const isLate = ({ state, dueOn }: { state: StepState; dueOn: string }, today: string): boolean =>
	isOpenStep(state) && state !== 'suspended' && dueOn < today;
