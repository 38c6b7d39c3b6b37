import type { Domain } from '#lib/person/domain.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { gridIn } from '#lib/texts/grid.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { type Answer, compare, type Difference, type GridLevel, type Voice } from './assessment.ts';

/** An answer as it is read: the sentence chosen, or why there is none. */
export interface Said {
	readonly sentence: string;
	readonly level: GridLevel | null;
	readonly herGoal: boolean;
	readonly words: string | null;
}

const grid = gridIn('fr');

export const labelOf = (domain: Domain): string => grid[`grid.${domain}`];

export function saidOf(answer: Answer | undefined): Said {
	const { level = null, herGoal = false, words = null } = answer ?? {};
	return { sentence: sentenceOf(answer), level, herGoal, words };
}

function sentenceOf(answer: Answer | undefined): string {
	if (!answer) return translate('assessment.nothing-said');
	if (answer.level) return grid[`grid.${answer.domain}-${answer.level}`];
	return grid[`grid.${answer.skipped ?? 'not-discussed'}`];
}

interface Kept {
	readonly id: string;
	readonly answeredBy: Voice;
	readonly answeredOn: string;
	readonly workerName: string;
	readonly answers: readonly Answer[];
}

/** « Elle, le 3 octobre 2026 » or « Awa Diallo, le 3 octobre 2026 ». */
export const signatureOf = ({ answeredBy, answeredOn, workerName }: Kept): string =>
	translate(`assessment.by-${answeredBy}-on`, { name: workerName, date: frenchDate(answeredOn) });

export interface ShownLine {
	readonly domain: Domain;
	readonly label: string;
	readonly one: Said;
	readonly other: Said;
	readonly difference: Difference;
	readonly says: string;
}

/** The person's latest view beside a worker's latest: only the subjects told by one of them. */
export function showSideBySide(
	person: Kept | undefined,
	worker: Kept | undefined,
	asked: readonly Domain[],
): readonly ShownLine[] {
	return compare(person?.answers ?? [], worker?.answers ?? [], asked)
		.filter(({ one, other }) => one ?? other)
		.map(({ domain, one, other, difference }) => ({
			domain,
			label: labelOf(domain),
			one: saidOf(one),
			other: saidOf(other),
			difference,
			says: translate(`assessment.difference.${difference}`),
		}));
}

/** What became of each subject from one day to another, in the same voice. */
export function showEvolution(before: Kept, after: Kept, asked: readonly Domain[]): readonly ShownLine[] {
	return compare(after.answers, before.answers, asked)
		.filter(({ one, other }) => one ?? other)
		.map(({ domain, one, other, difference }) => ({
			domain,
			label: labelOf(domain),
			one: saidOf(other),
			other: saidOf(one),
			difference,
			says: translate(`assessment.change.${difference}`),
		}));
}

/** One sentence for each kind of change, naming the subjects; nothing is counted. */
export function tellEvolution(lines: readonly ShownLine[]): readonly string[] {
	return (['above', 'below', 'same', 'unknown'] as const).flatMap((kind) => {
		const subjects = lines.filter(({ difference }) => difference === kind).map(({ label }) => label);
		const key: TextKey = `assessment.changes.${kind}`;
		return subjects.length > 0 ? [translate(key, { subjects: subjects.join(', ') })] : [];
	});
}
