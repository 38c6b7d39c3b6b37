import { randomInt } from 'node:crypto';

/** A number that a person can read out to whoever helps her: eight digits, drawn at random. */
const newReference = (): string => String(randomInt(10_000_000, 100_000_000)).replace(/(\d{4})/, '$1-');

/** Writes a bug on one line of the error output, without what people typed, and returns its reference. */
export function report(error: unknown, where: { route: string | null; method: string }): string {
	const reference = newReference();
	console.error(JSON.stringify({ reference, ...where, ...described(error) }));
	return reference;
}

function described(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { name: typeof error };
	const { name, code, stack } = error as NodeJS.ErrnoException;
	return { name, code, message: withoutValues(error.message), stack: framesOf(stack) };
}

/** Messages quote values: what stands between quotes, and any address, is left out. */
const withoutValues = (message: string): string =>
	message
		.replace(/"[^"]*"|'[^']*'|«[^»]*»|\([^)]*\)/g, '…')
		.replace(/[^\s@]+@[^\s@]+/g, '…')
		.slice(0, 500);

const framesOf = (stack = ''): string[] =>
	stack
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 12)
		.map((line) => line.trim());
