export interface Option {
	type: 'string' | 'boolean';
	help: string;
	/** What stands for the value in the help, as `KM`. */
	value?: string;
}

/** One command of the command line: what it is called with, what it says of itself, what it does. */
export interface Command {
	usage: string;
	help: string;
	options?: Readonly<Record<string, Option>>;
	run(given: Given): Promise<number>;
}

export interface Given {
	readonly words: readonly string[];
	readonly options: Readonly<Record<string, string | boolean | undefined>>;
	readonly out: Out;
}

/** Where a command speaks: sentences for people, or one JSON value for programs. */
export interface Out {
	readonly json: boolean;
	/** Whether a moving line can be seen: on a terminal, not for programs. */
	readonly moves: boolean;
	/** A line for people; silent under `--json`. */
	say(line: string): void;
	/** The result, printed as one line of JSON under `--json`. */
	result(value: unknown): void;
	/** A moving line on a terminal, nothing elsewhere. */
	progress(line: string): void;
}

/** A command called wrongly: the sentence, then its usage; exit code 2. */
export class WrongUse extends Error {}

/** Exit codes: done, something is wrong, called wrongly. */
export const exit = { done: 0, failed: 1, wrongUse: 2 } as const;

/** An option's text, or undefined. */
export const textOption = ({ options }: Given, name: string): string | undefined => {
	const value = options[name];
	return typeof value === 'string' ? value : undefined;
};
