import type { Estimate } from '../password.ts';

/** Beyond this length the estimator only costs time: what it has read already decides. */
const readLength = 64;

/** A part of a password as the judge read it; what more it holds depends on its pattern. */
interface Segment {
	readonly pattern: string;
	readonly token: string;
	readonly [detail: string]: unknown;
}

/** Loads the word lists (some 200 ms, once a process) when somebody first chooses a password. */
export const estimator = (): Promise<Estimate> => (loaded ??= load());
let loaded: Promise<Estimate> | undefined;

async function load(): Promise<Estimate> {
	const [{ ZxcvbnFactory }, common, french] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-fr'),
	]);
	const judge = new ZxcvbnFactory({
		dictionary: { ...common.dictionary, ...french.dictionary },
		graphs: common.adjacencyGraphs,
	});
	return (password, about) => {
		const { sequence, guessesLog10 } = judge.check(password.slice(0, readLength), [...about]);
		return {
			bits: guessesLog10 * Math.log2(10) + sequence.reduce((sum, segment) => sum + unexplained(segment), 0),
			common: sequence.length === 1 && sequence[0]?.dictionaryName === 'passwords-common',
		};
	};
}

/**
 * The judge counts 10 guesses for each character that it cannot explain, as if all were digits. Where letters, digits
 * or signs are mixed, nobody wrote a word: each character counts for the size of its alphabets (CNIL's own measure).
 */
function unexplained({ pattern, token, guesses }: Segment): number {
	const used = alphabets.filter(([sign]) => sign.test(token));
	if (pattern !== 'bruteforce' || used.length < 2) return 0;
	const size = used.reduce((sum, [, letters]) => sum + letters, 0);
	return Math.max(0, token.length * Math.log2(size) - Math.log2(Number(guesses)));
}

const alphabets: readonly [RegExp, number][] = [
	[/[a-z]/, 26],
	[/[A-Z]/, 26],
	[/\d/, 10],
	[/[^\sa-zA-Z\d]/, 32],
];
