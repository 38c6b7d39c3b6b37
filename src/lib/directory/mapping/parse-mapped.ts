import { translate } from '#lib/texts/translator.ts';
import { Notes } from '../formats/notes.ts';
import type { EntryName, ParsedRow, Problem, RawRow } from '../formats/row.ts';
import { mapRow, type PivotEntry } from './map-row.ts';
import type { Mapping, Part } from './mapping.ts';
import { cellsOf, type Kind } from './pivot-cells.ts';
import { RowView } from './row-view.ts';
import type { Setting } from './scope.ts';
import { settle } from './settle.ts';
import { shown, textOf } from './text.ts';

/** What is wrong with a field, told by the columns of the source; `target` is the field that they give. */
export interface MappedProblem extends Problem {
	readonly target: string;
}

export interface MappedRow {
	/** False when the mapping does not keep the row. */
	readonly kept: boolean;
	/** One for each service, the first one with the structure; then one with all that cannot enter. */
	readonly parsed: readonly Parsed[];
}

interface Parsed extends Omit<ParsedRow, 'problems' | 'warnings'> {
	readonly problems: readonly MappedProblem[];
	readonly warnings: readonly MappedProblem[];
}

export interface Today {
	/** Calendar date, YYYY-MM-DD. */
	readonly today: string;
}

/** Turns a row into what the directory takes in, by a mapping then by data·inclusion's rules. Never throws. */
export function parseMapped(mapping: Mapping, part: Part, row: RawRow, setting: Setting & Today): MappedRow {
	const pivot = mapRow(mapping, part, row, setting);
	if (!pivot.kept) return { kept: false, parsed: [] };
	const read = (entry: PivotEntry, kind: Kind) => readEntry(entry, kind, mapping, row, setting);
	const structure = pivot.structure && read(pivot.structure, 'structure');
	const services = pivot.services.map((entry) => read(entry, 'service'));
	const whole = wholeRow(row, pivot.findings);
	if (whole.length > 0) return { kept: true, parsed: [rejected(row, [structure, ...services], whole)] };
	if (structure && structure.problems.length > 0)
		return { kept: true, parsed: [rejected(row, [structure, ...services], structure.problems)] };
	return { kept: true, parsed: together(row, structure, services) };
}

/** Lines whose cells have slid cannot be read, whatever the mapping. */
function wholeRow(row: RawRow, findings: ReturnType<typeof mapRow>['findings']): MappedProblem[] {
	const slid = new Notes(row).problems.map((problem) => ({ ...problem, target: '' }));
	const told = findings.map(({ reason, values }) =>
		problemAt(row.line, '', '', translate(reason, values), ''),
	);
	return [...slid, ...told];
}

const problemAt = (
	line: number,
	field: string,
	value: string,
	problem: string,
	target: string,
): MappedProblem => ({
	line,
	field,
	value,
	problem,
	target,
});

function together(row: RawRow, structure: Parsed | null, services: readonly Parsed[]): Parsed[] {
	const [first, ...others] = services.filter(({ problems }) => problems.length === 0);
	const wrong = services.filter(({ problems }) => problems.length > 0);
	const lead = structure && first ? joined(structure, first) : (structure ?? first);
	const problems = wrong.flatMap((service) => service.problems);
	return [...(lead ? [lead] : []), ...others, ...(wrong.length > 0 ? [rejected(row, wrong, problems)] : [])];
}

const joined = (structure: Parsed, service: Parsed): Parsed => ({
	...service,
	organisation: structure.organisation,
	warnings: [
		...structure.warnings,
		...service.warnings.filter((warning) => !isIn(structure.warnings, warning)),
	],
	about: [...structure.about, ...service.about],
});

/** What a service takes from its structure is said once. */
const isIn = (warnings: readonly MappedProblem[], { field, problem }: MappedProblem): boolean =>
	warnings.some((other) => other.field === field && other.problem === problem);

const rejected = (
	{ line }: RawRow,
	entries: readonly (Parsed | null)[],
	problems: readonly MappedProblem[],
): Parsed => ({
	line,
	organisation: null,
	service: null,
	problems,
	warnings: [],
	about: entries.flatMap((entry): readonly EntryName[] => entry?.about ?? []),
});

function readEntry(
	entry: PivotEntry,
	kind: Kind,
	{ strict }: Mapping,
	row: RawRow,
	{ today, fileDate }: Setting & Today,
): Parsed {
	const { line } = row;
	const { parsed, mended } = settle(cellsOf(entry, kind), kind, { line, today, fileDate, strict });
	const source = new SourceWords(entry, row);
	const found = [...entry].flatMap(([field, { findings }]) =>
		findings.map(({ severity, reason, values }) => ({
			severity,
			told: source.tell(field, translate(reason, values)),
		})),
	);
	const unclear = new Set(
		[...entry].flatMap(([field, { findings }]) =>
			findings.some(({ reason }) => reason === 'mapping.row.hours-unclear') ? [field] : [],
		),
	);
	const known = parsed.warnings.filter(({ field }) => !unclear.has(field));
	const of = (severity: string) => found.filter((one) => one.severity === severity).map(({ told }) => told);
	const inSource = ({ field, problem }: Problem) => source.tell(field, problem);
	const aside = mended.map(({ field, problem, how }) => source.tell(field, translate(how, { problem })));
	const problems = [...of('reject'), ...parsed.problems.map(inSource)];
	const isRight = problems.length === 0;
	return {
		...parsed,
		organisation: isRight ? parsed.organisation : null,
		service: isRight ? parsed.service : null,
		problems,
		warnings: isRight ? [...of('warn'), ...aside, ...known.map(inSource)] : [],
	};
}

/** Says a problem of a field with the columns, and the values, that the source has for it. */
class SourceWords {
	private readonly entry: PivotEntry;
	private readonly row: RowView;
	private readonly line: number;

	constructor(entry: PivotEntry, { values, line }: RawRow) {
		this.entry = entry;
		this.row = new RowView(values);
		this.line = line;
	}

	tell(field: string, problem: string): MappedProblem {
		const outcome = this.entry.get(field);
		const columns = outcome?.columns ?? [];
		const values = columns
			.map((column) => textOf(this.row.find(column)?.value))
			.filter((value) => value !== '');
		const value = columns.length > 0 ? values.join(', ') : textOf(outcome?.value);
		return problemAt(this.line, columns.join(', ') || field, shown(value), problem, field);
	}
}
