/** A memory of bounded size that forgets what was asked for the longest ago. */
export interface Recent<Value> {
	get(key: string): Value | undefined;
	set(key: string, value: Value): void;
}

export function recent<Value>(most: number): Recent<Value> {
	const kept = new Map<string, Value>();
	const keep = (key: string, value: Value) => {
		kept.delete(key);
		kept.set(key, value);
	};
	return {
		get(key) {
			const value = kept.get(key);
			if (value !== undefined) keep(key, value);
			return value;
		},
		set(key, value) {
			keep(key, value);
			if (kept.size > most) kept.delete(kept.keys().next().value!);
		},
	};
}
