/** The name adapter-node gives to the moment when a server stops. */
const moment = 'sveltekit:shutdown';

/** Does something when this process's server stops: both the started files and the built ones hear it. */
export function onStop(work: () => unknown): void {
	process.once(moment, work);
}

/** Tells everything that the server has stopped. */
export function announceStop(): void {
	process.emit(moment as 'SIGTERM');
}
