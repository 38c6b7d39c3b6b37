import { lookOf, tells } from './guess-contents.ts';
import { type Guessed, guessed, nameFit, wordsIn } from './guess-names.ts';
import { guessWeek } from './guess-week.ts';
import { looseKept } from './loose.ts';
import type { Codes, DayRule, Weekday } from './mapping.ts';
import { isRecord } from './path.ts';
import { isNothing, RowView } from './row-view.ts';
import { sharedTables } from './shared-tables.ts';
import { textOf, yesOrNo } from './text.ts';

export type Row = Readonly<Record<string, unknown>>;

const mostColumns = 400;
const deepest = 3;

/** The columns of rows, going down into objects, never into lists. */
export function columnsOfRows(rows: readonly Row[]): string[] {
	const found = new Set<string>();
	const walk = (row: Row, above: string, level: number) => {
		for (const [key, value] of Object.entries(row)) {
			if (found.size >= mostColumns) return;
			const path = above === '' ? key : `${above}.${key}`;
			const goesDown = isRecord(value) && level < deepest && !('$date' in value) && !('coordinates' in value);
			if (goesDown) walk(value, path, level + 1);
			else found.add(path);
		}
	};
	for (const row of rows) walk(row, '', 0);
	return [...found];
}

/** What each column of a source seems to tell. */
export class GuessedColumns {
	readonly week: Partial<Record<Weekday, DayRule>>;
	private readonly columns: readonly string[];
	private readonly values = new Map<string, readonly unknown[]>();
	private readonly used = new Set<string>();
	private readonly found = new Map<Guessed, string>();

	constructor(columns: readonly string[], rows: readonly Row[]) {
		this.columns = columns.filter(isName).slice(0, mostColumns);
		const views = rows.map((row) => new RowView(row));
		for (const column of this.columns) {
			const cells = views.map((view) => view.find(column)?.value);
			const filled = cells.filter((cell) => !isNothing(cell));
			this.values.set(column, filled);
		}
		const { week, used } = guessWeek(this.columns);
		this.week = week;
		for (const column of used) this.used.add(column);
		this.assign();
	}

	/** The column that tells something. */
	of(what: Guessed): string | undefined {
		return this.found.get(what);
	}

	/** The filled cells of the column that tells something. */
	valuesOf(what: Guessed): readonly unknown[] {
		const column = this.found.get(what);
		return column === undefined ? [] : (this.values.get(column) ?? []);
	}

	/** Takes a column that nothing else took. */
	take(what: Guessed, column: string): void {
		this.found.set(what, column);
		this.used.add(column);
	}

	/** The filled cells of a column. */
	cellsOf(column: string): readonly unknown[] {
		return this.values.get(column) ?? [];
	}

	/** Gives up a column: what it tells is not understood. */
	leave(what: Guessed): void {
		const column = this.found.get(what);
		if (column !== undefined) this.used.delete(column);
		this.found.delete(what);
	}

	unused(): string[] {
		return this.columns.filter((column) => !this.used.has(column));
	}

	/** The first column of short texts, when none bears the name of a name. */
	likelyName(): string {
		const texts = this.unused().filter(
			(column) => (lookOf('name', this.values.get(column) ?? []) ?? 0) > 0.9,
		);
		const name = texts[0] ?? this.columns[0] ?? 'nom';
		this.used.add(name);
		return name;
	}

	/** Columns of yes and no whose names are codes of a table: « Jeunes », « Public : femmes ». */
	flags(table: string, prefix: RegExp): Record<string, NonNullable<Codes[string]>> | undefined {
		const codes = new Map(
			Object.entries(sharedTables[table] ?? {}).map(([told, code]) => [looseKept(told), code] as const),
		);
		const flags = this.unused().flatMap((column) => {
			const values = this.values.get(column) ?? [];
			const name = looseKept(column);
			const code = codes.get(name) ?? codes.get(name.replace(prefix, ''));
			const saysYesOrNo = values.length > 0 && values.every((value) => yesOrNo(value) !== undefined);
			return code && saysYesOrNo ? [[column, code] as const] : [];
		});
		for (const [column] of flags) this.used.add(column);
		return flags.length > 0 ? Object.fromEntries(flags) : undefined;
	}

	/** Gives each column to what it fits best, the surest first. */
	private assign(): void {
		const fits = this.unused()
			.flatMap((column) => everyGuess.map((what) => ({ what, column, fit: this.fit(what, column) })))
			.filter(({ fit }) => fit > leastFit)
			.sort((one, other) => other.fit - one.fit);
		for (const { what, column } of fits) {
			if (this.found.has(what) || this.used.has(column)) continue;
			this.found.set(what, column);
			this.used.add(column);
		}
	}

	private fit(what: Guessed, column: string): number {
		const values = this.values.get(column) ?? [];
		const look = lookOf(what, values);
		if (look !== undefined && look < 0.5) return 0;
		if (values.some(isListOfObjects) && !ofObjects.has(what)) return 0;
		if (what === 'id') return this.idFit(column, values);
		const named = nameFit(what, column);
		if (named > 0) return named + (look ?? 0) + (what === 'description' ? lengthOf(values) : 0);
		return !values.some(isListOfObjects) && tells(what, column, values) ? leastFit + 1 : 0;
	}

	/** An identifier tells its rows apart, or is none. */
	private idFit(column: string, values: readonly unknown[]): number {
		const texts = values.map((value) => textOf(value));
		const isKey = new Set(texts).size === texts.length && texts.every((text) => text.length < 200);
		if (!isKey) return 0;
		const named = nameFit('id', column);
		return named > 0
			? named
			: wordsIn(column).some((word) => word === 'id' || word === 'uuid')
				? leastFit + 1
				: 0;
	}
}

/** What can be told by a list of objects. */
const ofObjects: ReadonlySet<Guessed> = new Set(['hours', 'phone', 'email', 'website']);
export const isListOfObjects = (value: unknown): value is readonly Row[] =>
	Array.isArray(value) && value.some(isRecord);

/** What a mapping can name. */
const isName = (column: string): boolean => column.trim() !== '' && column.length <= 300;

const leastFit = 3;
const everyGuess = Object.keys(guessed) as Guessed[];

/** Of two descriptions, the longer one says more. */
const lengthOf = (values: readonly unknown[]): number =>
	Math.min(
		2,
		values.reduce<number>((sum, value) => sum + textOf(value).length, 0) / (values.length * 200 || 1),
	);
