import type { Rule } from './kind.ts';
import { noOtherWay } from './no-other-way.ts';
import { notMet } from './not-met.ts';
import { nothingNext } from './nothing-next.ts';
import { outOfSight } from './out-of-sight.ts';
import { overdue, pauseOver } from './overdue.ts';
import { unanswered } from './unanswered.ts';

/** Every rule, in the order in which one reads a pathway. */
export const allRules: readonly Rule[] = [
	unanswered,
	noOtherWay,
	notMet,
	nothingNext,
	outOfSight,
	overdue,
	pauseOver,
];
