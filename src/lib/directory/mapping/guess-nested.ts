import { columnsOfRows, GuessedColumns, isListOfObjects, type Row } from './guess-columns.ts';
import { isRecord } from './path.ts';

/** A list of objects within the rows that seems to be of services. */
export interface Nested {
	readonly column: string;
	readonly items: GuessedColumns;
	readonly rows: readonly Row[];
}

/** Finds the list that tells what is offered: its objects bear a name, and say more. */
export function guessNested(columns: GuessedColumns): Nested | undefined {
	for (const column of columns.unused()) {
		const rows = columns.cellsOf(column).filter(isListOfObjects).flat().filter(isRecord);
		if (rows.length === 0) continue;
		const items = new GuessedColumns(columnsOfRows(rows), rows);
		const isNamed = items.of('serviceName') ?? items.of('name');
		const saysMore = (['description', 'topics', 'audiences', 'kind', 'fee', 'conditions'] as const).some(
			(what) => items.of(what) !== undefined,
		);
		if (isNamed !== undefined && (saysMore || /serv|offre|offer|prog|action|activit/i.test(column)))
			return { column, items, rows };
	}
	return undefined;
}

/** A rule on columns as a rule on members of the element at hand. */
export function onItem(rule: unknown): unknown {
	if (typeof rule === 'string') return { item: rule };
	if (Array.isArray(rule)) return rule.map(onItem);
	if (typeof rule !== 'object' || rule === null) return rule;
	const { column, ...more } = rule as { column?: unknown };
	const inner = Object.fromEntries(
		Object.entries(more).map(([name, value]) => [name, rules.has(name) ? onItem(value) : value]),
	);
	return column === undefined ? inner : { item: column, ...inner };
}

const rules = new Set(['first', 'list', 'digest', 'join']);
