import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../../refusal.ts';
import { lastLine, refusalFor } from './failures.ts';
import { type Launch, launch } from './launch.ts';
import { removeDeadLockFiles } from './lock-file.ts';
import type { Prepared } from './prepare.ts';
import type { Say } from './say.ts';
import { type Seat, trySeat } from './seat.ts';
import { socketFile } from './socket.ts';

const patience = { ofLaunches: 15_000, ofWaiting: 600_000, ofJoining: 30_000, beforeSaying: 3000 }; // milliseconds

/**
 * Joins the engine, or starts it and joins: of several starters one wins, and the others join it.
 * @throws Refusal when it cannot start, with PostgreSQL's own reason.
 */
export async function takeSeat(
	prepared: Prepared,
	name: string,
	say: Say,
): Promise<{ seat: Seat; started: boolean }> {
	const begun = Date.now();
	const waited = () => Date.now() - begun;
	let ours: Launch | undefined;
	let said = false;
	while (waited() < patience.ofWaiting) {
		const answer = await trySeat(prepared, name);
		if (typeof answer !== 'string') return { seat: answer, started: ours?.alive() === true };
		if (answer === 'absent' && !ours?.alive()) {
			if (ours?.gaveUp()) refuseHopeless(ours.output(), prepared, waited());
			removeDeadLockFiles(prepared.home, socketFile(prepared.socket, prepared.secrets));
			ours = launch(prepared);
		}
		if (!said && waited() > patience.beforeSaying) {
			said = true;
			say('engine.waiting', { log: prepared.home.log });
		}
		await pause(answer === 'busy' || !ours?.alive() ? 50 : 20);
	}
	throw new Refusal(503, 'engine.tooSlow', { log: prepared.home.log });
}

/** A lock file or memory that a dying server still holds is worth another try; the rest is final. */
function refuseHopeless(output: string, { home }: Prepared, waited: number): void {
	const passing =
		/lock file ".*" (already exists|is empty)|pre-existing shared memory|is already in use/.test(output);
	if (passing && waited < patience.ofLaunches) return;
	const problem = lastLine(output.replace(/^.*LOG:.*$/gm, ''));
	throw refusalFor(output, home.folder) ?? new Refusal(503, 'engine.cannotStart', { log: home.log, problem });
}

/** Joins the engine if there is one, waiting for it to be ready; never starts it. */
export async function joinSeat(prepared: Prepared, name: string): Promise<Seat | undefined> {
	for (const begun = Date.now(); Date.now() - begun < patience.ofJoining; await pause(50)) {
		const answer = await trySeat(prepared, name);
		if (answer === 'absent') return undefined;
		if (answer !== 'busy') return answer;
	}
	return undefined;
}
