import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Runs the collector at once. */
export const collect: () => void = runInNewContext('gc');

export interface Measured<Result> {
	readonly result: Result;
	readonly seconds: number;
	/** Resident, where what the collector leaves for later counts too; the highest seen. */
	readonly residentMb: number;
	/** Alive once the collector has run, beyond what was alive before; the highest seen. */
	readonly liveGrowthMb: number;
}

/** Time of some work of this process, and its memory all along. */
export async function measured<Result>(run: () => Promise<Result>): Promise<Measured<Result>> {
	collect();
	const alive = process.memoryUsage().heapUsed;
	const highest = { resident: 0, alive };
	const look = setInterval(() => {
		highest.resident = Math.max(highest.resident, process.memoryUsage.rss());
	}, 50);
	const collecting = setInterval(() => {
		collect();
		highest.alive = Math.max(highest.alive, process.memoryUsage().heapUsed);
	}, 1000);
	const begun = performance.now();
	const result = await run();
	const seconds = Number(((performance.now() - begun) / 1000).toFixed(2));
	clearInterval(look);
	clearInterval(collecting);
	return {
		result,
		seconds,
		residentMb: Math.round(highest.resident / 1e6),
		liveGrowthMb: Math.round((highest.alive - alive) / 1e6),
	};
}
