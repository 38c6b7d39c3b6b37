import type { Out } from './command.ts';

/** Speaks on the process's own outputs: results on stdout, the moving line on stderr when it is a terminal. */
export function processOut(json: boolean): Out {
	const terminal = process.stderr.isTTY === true && !json;
	const clear = () => terminal && process.stderr.write('\r\x1b[2K');
	return {
		json,
		moves: terminal,
		say: (line) => {
			clear();
			if (!json) process.stdout.write(`${line}\n`);
		},
		result: (value) => {
			clear();
			if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
		},
		progress: (line) => {
			if (terminal) process.stderr.write(`\r\x1b[2K${line}`);
		},
	};
}
