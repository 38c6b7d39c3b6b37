import { afterExit } from './after-exit.ts';
import { agreementEnding } from './agreement-ending.ts';
import { ending } from './ending.ts';
import { guarantee } from './guarantee.ts';
import type { Rule } from './kind.ts';
import { leaving } from './leaving.ts';
import { missed } from './missed.ts';
import { longWait, noNews } from './no-news.ts';
import { noOtherWay } from './no-other-way.ts';
import { notHelped } from './not-helped.ts';
import { notMet } from './not-met.ts';
import { nothingNext } from './nothing-next.ts';
import { nothingStarted } from './nothing-started.ts';
import { outOfSight } from './out-of-sight.ts';
import { overdue, pauseOver } from './overdue.ts';
import { pingPong } from './ping-pong.ts';
import { refusedAgain } from './refused-again.ts';
import { leadLeaving, relayWaiting } from './relay-waiting.ts';
import { unanswered } from './unanswered.ts';
import { unreachable } from './unreachable.ts';

/** Every rule from R1 to R20; two of them look at two tables. */
export const allRules: readonly Rule[] = [
	...[
		unanswered,
		noOtherWay,
		refusedAgain,
		notMet,
		noNews,
		longWait,
		nothingNext,
		outOfSight,
		unreachable,
		missed,
	],
	...[
		leaving,
		relayWaiting,
		leadLeaving,
		ending,
		agreementEnding,
		pingPong,
		overdue,
		pauseOver,
		nothingStarted,
	],
	...[afterExit, notHelped, guarantee],
];
