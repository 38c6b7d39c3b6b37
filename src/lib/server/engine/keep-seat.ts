import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from './say.ts';
import { lockOn, type Seat, unlockOn } from './seat.ts';

/** A seat that is taken again, with its locks, each time the engine dies under its user. */
export interface KeptSeat {
	/** The present seat; waits while the engine comes back. */
	seat(): Promise<Seat | undefined>;
	/** Takes an exclusive lock and keeps it through the engine's deaths; false when another user has it. */
	hold(lock: number): Promise<boolean>;
	letGo(lock: number): Promise<void>;
	/** Ends the watch: gives the seat to close, if there is one. */
	release(): Promise<Seat | undefined>;
}

const shortest = 50; // milliseconds between two tries; doubles up to the longest
const longest = 2000;

export function keepSeat(first: Seat, retake: () => Promise<Seat>, say: Say): KeptSeat {
	const locks = new Set<number>();
	let released = false;
	let current: Seat | undefined;
	let present: Promise<Seat | undefined> = Promise.resolve(first);

	const sit = async (seat: Seat): Promise<Seat | undefined> => {
		let ended = false;
		seat.client.once('end', () => {
			ended = true;
			if (seat === current && !released) present = comeBack();
		});
		for (const lock of locks) await lockOn(seat, lock);
		if (!ended) current = seat;
		return current;
	};
	const comeBack = async (): Promise<Seat | undefined> => {
		current = undefined;
		say('engine.lost');
		for (let delay = shortest; !released; delay = Math.min(delay * 2, longest)) {
			const seat = await retake()
				.then(sit)
				.catch(() => undefined);
			if (seat) {
				say('engine.back');
				return seat;
			}
			await pause(delay);
		}
		return undefined;
	};
	void sit(first);
	return {
		seat: () => present,
		hold: async (lock) => {
			const seat = await present;
			const ours = seat !== undefined && (await lockOn(seat, lock));
			if (ours) locks.add(lock);
			return ours;
		},
		letGo: async (lock) => {
			locks.delete(lock);
			const seat = await present;
			if (seat) await unlockOn(seat, lock).catch(() => {}); // a dead engine has no locks
		},
		release: () => {
			released = true;
			return present;
		},
	};
}
