import type { ParsedRow, RawRow } from '../../formats/row.ts';
import { groupedProblems, type Preview } from '../../mapping/preview.ts';
import { readHsdsFiles } from '../../server/read-hsds.ts';
import type { Look } from './look.ts';

const looked = 200;
const shown = 10;

/** What the first 200 objects of files of HSDS tell. Nothing is written. `today`: YYYY-MM-DD. */
export async function lookAtHsds(paths: readonly string[], today: string): Promise<Look> {
	const lines: { row: RawRow; parsed: readonly ParsedRow[] }[] = [];
	let more = false;
	for await (const { row, parsed } of readHsdsFiles(paths, { source: 'hsds', today })) {
		more = lines.length === looked;
		if (more) break;
		lines.push({ row, parsed });
	}
	const sample = { columns: [], rows: lines.map(({ row }) => row), more };
	return { sample, preview: previewOf(lines), faults: [] };
}

function previewOf(lines: readonly { row: RawRow; parsed: readonly ParsedRow[] }[]): Preview {
	const kept = lines.filter(({ parsed }) => parsed.length > 0);
	return {
		rows: kept.slice(0, shown).map(({ row, parsed }) => ({
			line: row.line,
			organisation: parsed.find(({ organisation }) => organisation)?.organisation ?? null,
			services: parsed.flatMap(({ service }) => service ?? []),
			problems: parsed.flatMap(({ problems }) => problems.map(targeted)),
			warnings: parsed.flatMap(({ warnings }) => warnings.map(targeted)),
		})),
		kept: kept.length,
		passedOver: lines.length - kept.length,
		rejected: kept.filter(({ parsed }) => parsed.some(({ problems }) => problems.length > 0)).length,
		byField: groupedProblems(
			kept.flatMap(({ parsed }) =>
				parsed.map(({ problems, warnings }) => ({
					problems: problems.map(targeted),
					warnings: warnings.map(targeted),
				})),
			),
		),
	};
}

/** The same field in each item of a list is one. */
const targeted = (problem: ParsedRow['problems'][number]) => ({
	...problem,
	target: problem.field.replace(/\.\d+/g, ''),
});
