/** An import that somebody prepares in the browser. */
export interface Draft {
	readonly id: string;
	readonly state: 'open' | 'running' | 'done' | 'failed';
	/** The mapping being made, as its file would hold it; null at first. */
	readonly mapping: unknown;
	readonly files: readonly string[];
	readonly rows: number;
	readonly report: DraftReport | null;
	readonly problem: string | null;
	readonly importRun: string | null;
}

/** What came of it, short enough to be kept. */
export interface DraftReport {
	readonly rows: number;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly gone: number;
	readonly rejectedLines: number;
	readonly passedOver: number;
	/** Problems by field and sentence, the most frequent first. */
	readonly problems: readonly TalliedProblem[];
	readonly warnings: readonly TalliedProblem[];
}

export interface TalliedProblem {
	readonly field: string;
	readonly problem: string;
	readonly count: number;
	/** The first lines, at most five. */
	readonly lines: readonly number[];
}

interface Told {
	readonly line: number;
	readonly field: string;
	readonly problem: string;
}

const shownLines = 5;
const shownProblems = 50;

/** The same problem of many lines is told once, with how many lines have it. */
export function tally(problems: readonly Told[]): TalliedProblem[] {
	const groups = new Map<string, { field: string; problem: string; count: number; lines: number[] }>();
	for (const { field, problem, line } of problems) {
		const key = `${field}\n${problem}`;
		const group = groups.get(key) ?? { field, problem, count: 0, lines: [] };
		group.count += 1;
		if (group.lines.length < shownLines) group.lines.push(line);
		groups.set(key, group);
	}
	return [...groups.values()].toSorted((a, b) => b.count - a.count).slice(0, shownProblems);
}

/** What the browser may send at once, in bytes; more goes by the command line. */
export const mostBytes = 30 * 1024 ** 2;
export const mostFiles = 6;

/** A name that is safe on any disk, still known by the one who gave it. */
export function safeName(given: string): string {
	const last = given.split(/[/\\]/).at(-1) ?? '';
	const plain = last.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '');
	return plain.slice(-120) || 'fichier';
}
