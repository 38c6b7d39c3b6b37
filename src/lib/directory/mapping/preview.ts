import type { RawRow } from '../formats/row.ts';
import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';
import { groupedRows } from './group-rows.ts';
import type { Mapping, Part } from './mapping.ts';
import { type MappedProblem, parseMapped, type Today } from './parse-mapped.ts';
import type { Setting } from './scope.ts';

/** What a mapping makes of the first rows of a file, before anything is written. */
export interface Preview {
	/** The first rows that it keeps, ten at most. */
	readonly rows: readonly PreviewedRow[];
	readonly kept: number;
	/** Rows that the mapping's conditions do not keep. */
	readonly passedOver: number;
	readonly rejected: number;
	/** What is to be looked at, by field of data·inclusion, the most frequent first. */
	readonly byField: readonly FieldProblems[];
}

export interface PreviewedRow {
	readonly line: number;
	readonly organisation: Organisation | null;
	readonly services: readonly Service[];
	readonly problems: readonly MappedProblem[];
	readonly warnings: readonly MappedProblem[];
}

export interface FieldProblems {
	/** Field of data·inclusion; empty for the row as a whole. */
	readonly target: string;
	readonly rejects: number;
	readonly warnings: number;
	/** The first ones, five at most. */
	readonly examples: readonly MappedProblem[];
}

const mostShown = 10;
const mostExamples = 5;

/** What the mapping gives for sample rows of one of its parts. Pure: joined rows come with the setting. */
export function previewMapping(
	mapping: Mapping,
	part: Part,
	rows: readonly RawRow[],
	setting: Setting & Today,
): Preview {
	const whole = part.group ? groupedRows(rows, part.group) : rows;
	const read = whole.map((row) => ({ row, ...parseMapped(mapping, part, row, setting) }));
	const kept = read.filter((one) => one.kept);
	return {
		rows: kept.slice(0, mostShown).map(({ row, parsed }) => ({
			line: row.line,
			organisation: parsed.find(({ organisation }) => organisation)?.organisation ?? null,
			services: parsed.flatMap(({ service }) => (service ? [service] : [])),
			problems: parsed.flatMap(({ problems }) => problems),
			warnings: parsed.flatMap(({ warnings }) => warnings),
		})),
		kept: kept.length,
		passedOver: read.length - kept.length,
		rejected: kept.filter(({ parsed }) => parsed.some(({ problems }) => problems.length > 0)).length,
		byField: groupedProblems(kept.flatMap(({ parsed }) => parsed)),
	};
}

/** Problems and warnings by field, the most frequent first. */
export function groupedProblems(
	parsed: readonly { problems: readonly MappedProblem[]; warnings: readonly MappedProblem[] }[],
) {
	const fields = new Map<string, { rejects: number; warnings: number; examples: MappedProblem[] }>();
	const add = (kind: 'rejects' | 'warnings', problem: MappedProblem) => {
		const told = fields.get(problem.target) ?? { rejects: 0, warnings: 0, examples: [] };
		told[kind] += 1;
		if (told.examples.length < mostExamples) told.examples.push(problem);
		fields.set(problem.target, told);
	};
	for (const { problems, warnings } of parsed) {
		for (const problem of problems) add('rejects', problem);
		for (const problem of warnings) add('warnings', problem);
	}
	const found = [...fields].map(([target, told]): FieldProblems => ({ target, ...told }));
	return found.sort((one, other) => other.rejects - one.rejects || other.warnings - one.warnings);
}
