import { fewest, hideSmallCounts, type ShownCount } from '#lib/small-counts.ts';
import { isTextKey, type Translate, translate } from '#lib/texts/translator.ts';
import { type RuleId, ruleIds } from '../rule.ts';

/** A count of distinct people, before anything is hidden: never sent to a page. */
export interface Figure {
	readonly part: 'quarter' | 'now' | 'place' | 'delay' | 'use';
	/** A rule, or a place. */
	readonly line: string;
	readonly col: string;
	readonly people: number;
	readonly medianDays: number | null;
	readonly lateDays: number | null;
}

/** A table ready to be read, printed or saved: what is small is hidden already. */
export interface SteeringTable {
	readonly title: string;
	readonly lead: string;
	readonly columns: readonly string[];
	readonly lines: readonly { readonly label: string; readonly cells: readonly string[] }[];
	/** Whether something is hidden in it. */
	readonly hidden: boolean;
}

/** The five quarters that end with the one of a day (YYYY-MM-DD), the oldest first: « 2026-T4 ». */
export function lastQuarters(day: string): string[] {
	const [year = 0, month = 1] = day.split('-').map(Number);
	const now = year * 4 + Math.floor((month - 1) / 3);
	return [4, 3, 2, 1, 0].map((back) => `${Math.floor((now - back) / 4)}-T${((now - back) % 4) + 1}`);
}

/** Under this share of « utile », a rule goes back to the college. */
const leastUseful = 0.3;
const ages = ['week', 'month', 'older'] as const;
const severities = ['attention', 'rupture'] as const;

/** Everything that the page says, from the raw counts of a territory, on a day YYYY-MM-DD. */
export function steeringTables(figures: readonly Figure[], today: string): SteeringTable[] {
	const quarters = lastQuarters(today);
	const of = (part: Figure['part']) => figures.filter((figure) => figure.part === part);
	const places = [...new Set(of('place').map(({ line }) => line))].toSorted((a, b) =>
		a.localeCompare(b, 'fr'),
	);
	return [
		counted('now', of('now'), { lines: rulesIn(of('now')), columns: ages, label: nameOfRule }),
		counted('quarter', of('quarter'), {
			lines: rulesIn(of('quarter')),
			columns: quarters,
			label: nameOfRule,
		}),
		counted('place', of('place'), { lines: places, columns: severities, label: nameOfPlace }),
		delays(of('delay')),
		useful(of('use'), quarters),
	];
}

interface Layout {
	readonly lines: readonly string[];
	readonly columns: readonly string[];
	readonly label: (line: string) => string;
}

/** Somebody may be in several quarters, and in none of the other columns: a sum of quarters would count her again. */
function counted(
	name: 'now' | 'quarter' | 'place',
	figures: readonly Figure[],
	{ lines, columns, label }: Layout,
): SteeringTable {
	const raw = new Map(figures.map(({ line, col, people }) => [`${line} ${col}`, people]));
	const { cells, rowTotals } = hideSmallCounts(
		lines.map((line) => columns.map((column) => raw.get(`${line} ${column}`) ?? 0)),
	);
	const summed = name !== 'quarter';
	const shown = cells.map((row, at) => (summed ? [...row, rowTotals[at] ?? null] : row));
	return {
		...titleOf(name),
		columns: [
			...columns.map((column) => nameOfColumn(name, column)),
			...(summed ? [translate('steering.all')] : []),
		],
		lines: lines.map((line, row) => ({ label: label(line), cells: (shown[row] ?? []).map(sayCount) })),
		hidden: shown.flat().includes(null),
	};
}

/** How long a rupture lasts before it is repaired; said for eleven people at least. */
function delays(figures: readonly Figure[]): SteeringTable {
	const said = figures.filter(({ people }) => people >= fewest);
	return {
		...titleOf('delay'),
		columns: [translate('steering.repaired'), translate('steering.median'), translate('steering.late')],
		lines: inOrder(said).map(({ line, people, medianDays, lateDays }) => ({
			label: nameOfRule(line),
			cells: [String(people), ...[medianDays, lateDays].map((days) => sayDays(days ?? 0))],
		})),
		hidden: said.length < figures.length,
	};
}

/** The share of « utile » among what workers said of a rule, quarter by quarter; said for eleven answers at least. */
function useful(figures: readonly Figure[], quarters: readonly string[]): SteeringTable {
	const raw = new Map(figures.map(({ line, col, people }) => [`${line} ${col}`, people]));
	const share = (line: string, quarter: string): number | null => {
		const [yes, no] = ['yes', 'no'].map((said) => raw.get(`${line} ${quarter} ${said}`) ?? 0);
		const all = (yes ?? 0) + (no ?? 0);
		return all < fewest ? null : (yes ?? 0) / all;
	};
	const rules = rulesIn(figures);
	const shares = rules.map((rule) => quarters.map((quarter) => share(rule, quarter)));
	return {
		...titleOf('use'),
		columns: quarters.map((quarter) => nameOfColumn('use', quarter)),
		lines: rules.map((rule, row) => ({ label: nameOfRule(rule), cells: (shares[row] ?? []).map(sayShare) })),
		hidden: shares.flat().includes(null),
	};
}

/** Ruptures per organisation, once the collective has agreed; no sum, since one person may be under several rules. */
export function organisationTable(
	figures: readonly { readonly line: string; readonly rule: string; readonly people: number }[],
): SteeringTable {
	const raw = new Map(figures.map(({ line, rule, people }) => [`${line} ${rule}`, people]));
	const lines = [...new Set(figures.map(({ line }) => line))].toSorted((a, b) => a.localeCompare(b, 'fr'));
	const rules = ruleIds.filter((rule) => figures.some((figure) => figure.rule === rule));
	const { cells } = hideSmallCounts(
		lines.map((line) => rules.map((rule) => raw.get(`${line} ${rule}`) ?? 0)),
	);
	return {
		...titleOf('organisation'),
		columns: rules.map((rule) => nameOfRule(rule)),
		lines: lines.map((line, row) => ({ label: line, cells: (cells[row] ?? []).map(sayCount) })),
		hidden: cells.flat().includes(null),
	};
}

const rulesIn = (figures: readonly Figure[]): readonly RuleId[] =>
	ruleIds.filter((rule) => figures.some(({ line }) => line === rule));
const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
	rulesIn(figures).flatMap((rule) => figures.filter(({ line }) => line === rule));

const named = (key: string): string => {
	if (!isTextKey(key)) throw new Error(`no name for ${key}`);
	return translate(key as Parameters<Translate>[0]);
};
export const nameOfRule = (rule: string): string => named(`steering.rule-${rule.toLowerCase()}`);
const nameOfPlace = (place: string): string => (place === '-' ? translate('steering.no-place') : place);
const titleOf = (name: string) => ({
	title: named(`steering.${name}`),
	lead: named(`steering.${name}-lead`),
});

function nameOfColumn(name: string, column: string): string {
	const quarter = /^(\d{4})-T(\d)$/.exec(column);
	if (quarter) return translate('steering.quarter-name', { rank: quarter[2] ?? '', year: quarter[1] ?? '' });
	return named(`steering.${name}-${column}`);
}

const sayCount = (count: ShownCount): string =>
	count === null ? translate('steering.hidden') : String(count);
const sayDays = (days: number): string => translate('steering.days', { days: Math.round(days) });
const sayShare = (share: number | null): string =>
	share === null
		? translate('steering.hidden')
		: translate(share < leastUseful ? 'steering.share-low' : 'steering.share', {
				share: Math.round(share * 100),
			});
