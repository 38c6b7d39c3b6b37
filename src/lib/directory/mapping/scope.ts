import type { TextKey } from '#lib/texts/catalogue.ts';
import type { Values } from '#lib/texts/translator.ts';
import type { Codes, Part, Rule } from './mapping.ts';
import { isNothing, RowView } from './row-view.ts';
import { textOf } from './text.ts';

type Row = Readonly<Record<string, unknown>>;

/** What is known beside the row. */
export interface Setting {
	/** The day the file was published, YYYY-MM-DD. */
	readonly fileDate: string;
	readonly fileName: string;
	/** Rows of the file joined under that alias, by key. */
	readonly joined: (alias: string, key: string) => readonly Row[];
}

/** What is said of a value while it is worked out. */
export interface Finding {
	readonly severity: 'warn' | 'reject';
	readonly reason: TextKey;
	readonly values: Values;
}

/** What a rule gave, the columns it looked at, and what is to be said of it. */
export interface Outcome {
	readonly value: unknown;
	readonly columns: readonly string[];
	readonly findings: readonly Finding[];
}

/** What all rules of a part share. */
export interface Frame {
	readonly part: Part;
	readonly tables: (name: string) => Codes | undefined;
	readonly setting: Setting;
	readonly workOut: (rule: Rule, scope: Scope) => unknown;
}

const mostFindings = 100;

/** All that the rules of one row can reach; it remembers the columns they look at. */
export class Scope {
	readonly frame: Frame;
	readonly item: unknown;
	private readonly row: RowView;
	private readonly effort: { left: number };
	private readonly known = new Map<string, Outcome>();
	private columns = new Set<string>();
	private findings: Finding[] = [];

	/** `effort` is how many rules the row may still ask for: a mapping that nests lists in lists ends. */
	constructor(frame: Frame, row: RowView, effort: { left: number }, item?: unknown) {
		this.frame = frame;
		this.row = row;
		this.effort = effort;
		this.item = item;
	}

	/** The same row, seen from one element of a list. */
	at(item: unknown): Scope {
		const inner = new Scope(this.frame, this.row, this.effort, item);
		inner.columns = this.columns;
		inner.findings = this.findings;
		return inner;
	}

	/** Works a rule out apart: its columns and findings are its own. */
	outcomeOf(rule: Rule): Outcome {
		const [columns, findings] = [this.columns, this.findings];
		[this.columns, this.findings] = [new Set(), []];
		const value = this.frame.workOut(rule, this);
		const outcome = { value, columns: [...this.columns], findings: this.findings };
		[this.columns, this.findings] = [columns, findings];
		return outcome;
	}

	/** The cell of a column, undefined when it says nothing. */
	cell(name: string): unknown {
		const found = this.row.find(name);
		if (found) this.columns.add(found.column);
		return found === undefined || isNothing(found.value) ? undefined : found.value;
	}

	/** The cell of a column of the first row joined from a file. */
	joinedCell(alias: string, name: string): unknown {
		const [first] = this.joinedRows(alias);
		const found = first && new RowView(first).find(name);
		if (found) this.columns.add(`${alias} : ${found.column}`);
		return found === undefined || isNothing(found.value) ? undefined : found.value;
	}

	joinedRows(alias: string): readonly Row[] {
		const { part, setting } = this.frame;
		const join = Object.hasOwn(part.joins, alias) ? part.joins[alias] : undefined;
		const key = join ? textOf(this.remembered(`join ${alias}`, join.with)) : '';
		return key === '' ? [] : setting.joined(alias, key);
	}

	/** A value computed once a row. */
	value(name: string): unknown {
		const { values } = this.frame.part;
		const rule = Object.hasOwn(values, name) ? values[name] : undefined;
		return rule === undefined ? undefined : this.remembered(`value ${name}`, rule);
	}

	note(severity: Finding['severity'], reason: TextKey, values: Values = {}): void {
		if (this.findings.length < mostFindings) this.findings.push({ severity, reason, values });
	}

	/** False once the row has asked for too much. */
	spend(): boolean {
		this.effort.left -= 1;
		return this.effort.left > 0;
	}

	/** Within itself it is nothing: no checked mapping asks for that. */
	private remembered(name: string, rule: Rule): unknown {
		let outcome = this.known.get(name);
		if (!outcome) {
			this.known.set(name, { value: undefined, columns: [], findings: [] });
			outcome = this.outcomeOf(rule);
			this.known.set(name, outcome);
		}
		for (const column of outcome.columns) this.columns.add(column);
		this.findings.push(...outcome.findings.slice(0, mostFindings - this.findings.length));
		return outcome.value;
	}
}
