import { Refusal } from '../../refusal.ts';
import type { Engine } from './engine.ts';
import { holderOf } from './seat.ts';

const serverLock = 1;

/**
 * Makes this process the one server of its data folder for as long as the engine is open, through the engine's own
 * deaths too.
 * @throws Refusal (409) naming the process that already serves it.
 */
export async function claimServer(engine: Engine): Promise<void> {
	if (await engine.seat.hold(serverLock)) return;
	const seat = await engine.seat.seat();
	const holder = seat && (await holderOf(seat, serverLock));
	const pid = holder?.match(/\d+$/)?.[0] ?? '?';
	throw new Refusal(409, 'engine.claimed', { folder: engine.dataFolder, pid });
}
