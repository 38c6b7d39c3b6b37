/** What is left of a caller's minute. */
export interface Allowance {
	readonly allowed: boolean;
	readonly limit: number;
	readonly remaining: number;
	/** Seconds before one more request is allowed. */
	readonly retryAfter: number;
}

interface Bucket {
	tokens: number;
	at: number;
}

/**
 * Counts requests by caller: a bucket of one minute's worth that fills continuously. In this process's memory: with
 * several processes, each allows its share. `most` callers are remembered; the oldest make room.
 */
export function createRate(most = 50_000) {
	const buckets = new Map<string, Bucket>();

	return function take(caller: string, perMinute: number, now: number): Allowance {
		const known = buckets.get(caller);
		const filled = known ? known.tokens + ((now - known.at) / 60_000) * perMinute : perMinute;
		const tokens = Math.min(perMinute, filled);
		const allowed = tokens >= 1;
		const left = allowed ? tokens - 1 : tokens;
		buckets.delete(caller);
		buckets.set(caller, { tokens: left, at: now });
		if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
		return {
			allowed,
			limit: perMinute,
			remaining: Math.floor(left),
			retryAfter: allowed ? 0 : Math.ceil(((1 - left) / perMinute) * 60),
		};
	};
}
