/** What a command said to people, and its result for programs. */
export interface Recorded {
	readonly lines: string[];
	readonly results: unknown[];
	readonly out: {
		readonly json: boolean;
		readonly moves: boolean;
		say(line: string): void;
		result(value: unknown): void;
		progress(line: string): void;
	};
}

/** An output of the command line that keeps what it is given. */
export function recordedOut(): Recorded {
	const [lines, results]: [string[], unknown[]] = [[], []];
	return {
		lines,
		results,
		out: {
			json: false,
			moves: false,
			say: (line) => void lines.push(line),
			result: (value) => void results.push(value),
			progress: () => {},
		},
	};
}
