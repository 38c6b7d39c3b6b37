import { Refusal } from '../../refusal.ts';
import { codeOf, refusalFor } from './failures.ts';
import { type KeptSeat, keepSeat } from './keep-seat.ts';
import { readLockFile } from './lock-file.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Say } from './say.ts';
import { holderOf, type Seat, standUp } from './seat.ts';
import { stop } from './stop.ts';
import { joinSeat, takeSeat } from './take-seat.ts';

export interface EngineRequest {
	/** Absolute path; made when absent. */
	dataFolder: string;
	/** What this process does: `serve`, `import`… other processes are told. */
	command: string;
	say: Say;
}

/** The embedded PostgreSQL, as one of the processes that use it sees it. */
export interface Engine {
	readonly dataFolder: string;
	/** The owner's address; stays the same when the engine dies and comes back. */
	readonly url: string;
	/** The folder of its Unix socket: it listens on no network. */
	readonly socket: string;
	/** The server's process; 0 while there is none. */
	readonly pid: number;
	/** Whether this process started it, rather than joined it. */
	readonly started: boolean;
	readonly seat: KeptSeat;
	/** Leaves the engine; the last user stops it. */
	close(): Promise<void>;
}

/**
 * Joins the engine of a data folder, starting it (and making it) if need be. While open, an engine that dies is
 * started again by its users within a second or so.
 * @throws Refusal (503) when this machine, the folder or the disk does not allow it.
 */
export async function openEngine(request: EngineRequest): Promise<Engine> {
	try {
		return await open(request);
	} catch (error) {
		throw error instanceof Refusal
			? error
			: (refusalFor(codeOf(error) || String(error), request.dataFolder) ?? error);
	}
}

async function open({ dataFolder, command, say }: EngineRequest): Promise<Engine> {
	const prepared = await prepare(dataFolder, say);
	const name = `passerelles ${command} ${process.pid}`;
	const { seat, started } = await takeSeat(prepared, name, say);
	const kept = keepSeat(seat, async () => (await takeSeat(prepared, name, say)).seat, say);
	let closing: Promise<void> | undefined;
	return {
		dataFolder,
		url: prepared.url,
		socket: prepared.socket,
		started,
		seat: kept,
		get pid() {
			return readLockFile(prepared.home)?.pid ?? 0;
		},
		close: () => (closing ??= leave(kept, prepared, name)),
	};
}

async function leave(kept: KeptSeat, prepared: Prepared, name: string): Promise<void> {
	let seat: Seat | undefined;
	try {
		seat = (await kept.release()) ?? (await joinSeat(prepared, name));
		if (seat && (await standUp(seat))) await stop(prepared.home, seat.server);
	} catch {
		// the engine died meanwhile: there is nothing left to leave
	} finally {
		await seat?.client.end().catch(() => {});
	}
}

const serverLock = 1;

/**
 * Makes this process the one server of its data folder, through the engine's own deaths too, until it lets go.
 * @throws Refusal (409) naming the process that already serves it.
 */
export async function claimServer({ seat, dataFolder }: Engine): Promise<{ release(): Promise<void> }> {
	if (await seat.hold(serverLock)) return { release: () => seat.letGo(serverLock) };
	const present = await seat.seat();
	const holder = present && (await holderOf(present, serverLock));
	throw new Refusal(409, 'engine.claimed', { folder: dataFolder, pid: holder?.match(/\d+$/)?.[0] ?? '?' });
}
