import { groupKey } from './group-rows.ts';
import type { GuessedColumns, Row } from './guess-columns.ts';
import type { Guessed } from './guess-names.ts';
import { wordsIn } from './guess-names.ts';
import { RowView } from './row-view.ts';
import { textOf } from './text.ts';

/** What a source may tell on several rows of one entry. */
const severalTimes: readonly Guessed[] = [
	'topics',
	'audiences',
	'welcomeModes',
	'languages',
	'networks',
	'zone',
];
const idWords = /^(?:id|uuid|code|identifiant|ref|reference|numero|num|key)$/;

/**
 * The columns whose rows are one entry, when they differ by a list only: one row for each topic of a service. Undefined
 * when each row is an entry of its own.
 */
export function guessGroup(
	columns: GuessedColumns,
	told: readonly string[],
	rows: readonly Row[],
): readonly string[] | undefined {
	const ids = columns.unused().filter((column) => wordsIn(column).some((word) => idWords.test(word)));
	const lists = new Set(severalTimes.flatMap((what) => columns.of(what) ?? []));
	return [...ids.map((id) => [id]), told].find((key) => areGroups(key, lists, rows));
}

function areGroups(key: readonly string[], lists: ReadonlySet<string>, rows: readonly Row[]): boolean {
	const groups = Map.groupBy(rows, (row) => groupKey(key, row));
	groups.delete('');
	if (groups.size === 0 || groups.size === rows.length || groups.size * 20 < rows.length) return false;
	const differing = [...groups.values()].flatMap((group) => differencesIn(group));
	return differing.length > 0 && differing.every((column) => lists.has(column));
}

function differencesIn(group: readonly Row[]): string[] {
	if (group.length < 2) return [];
	const views = group.map((row) => new RowView(row));
	return Object.keys(group[0] ?? {}).filter(
		(column) => new Set(views.map((view) => textOf(view.find(column)?.value))).size > 1,
	);
}

/** Columns enough to tell rows apart, those given first. */
export function tellingApart(
	columns: GuessedColumns,
	given: readonly string[],
	rows: readonly Row[],
): readonly string[] {
	const more = (['siret', 'phone', 'email', 'hours', 'description', 'topics', 'audiences'] as const).flatMap(
		(what) => columns.of(what) ?? [],
	);
	let best = given;
	for (const column of more) {
		const known = distinct(best, rows);
		if (known === rows.length) return best;
		const wider = [...best, column];
		if (!best.includes(column) && distinct(wider, rows) > known) best = wider;
	}
	return best;
}

const distinct = (columns: readonly string[], rows: readonly Row[]): number =>
	new Set(rows.map((row) => groupKey(columns, row))).size;
