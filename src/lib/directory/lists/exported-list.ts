import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { shownPhone } from '../phone.ts';
import type { Hit } from '../search/search.ts';
import type { Cell, Table } from './table.ts';

/** Rows of one file at most: what somebody reads, not the directory whole. */
export const mostRows = 1000;

export const exportFormats = ['csv', 'xlsx', 'ods'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A list as it was found: `total` says how long it would be without the limit. */
export interface FoundList {
	readonly hits: readonly Hit[];
	readonly total: number;
}

const say = (key: string): string => translate(key as TextKey);
const several = (prefix: string, codes: readonly string[]): string =>
	codes.map((code) => say(`${prefix}.${code}`)).join(', ');

/** The columns of an exported list: the text of the header, and the cell of a hit; `origin` begins its links. */
const columnsFrom = (origin: string): readonly (readonly [TextKey, (hit: Hit) => Cell])[] => [
	['lists.column.name', ({ entry }) => entry.name],
	['lists.column.organisation', ({ entry }) => entry.organisation],
	['lists.column.summary', ({ entry }) => entry.summary],
	['lists.column.address', ({ entry }) => entry.address],
	['lists.column.postcode', ({ entry }) => entry.postcode],
	['lists.column.commune', ({ entry }) => entry.communeName],
	['lists.column.distance', ({ distanceKm }) => distanceKm],
	['lists.column.phone', ({ entry }) => entry.phone && shownPhone(entry.phone)],
	['lists.column.hours', ({ entry }) => entry.openingHours],
	['lists.column.fee', ({ entry }) => entry.fee && say(`fee.${entry.fee}`)],
	['lists.column.welcome', ({ entry }) => several('mode', entry.welcomeModes)],
	['lists.column.audiences', ({ entry }) => several('audience', entry.audiences)],
	['lists.column.topics', ({ entry }) => several('topic', entry.topics)],
	['lists.column.updated', ({ entry }) => frenchDate(entry.updatedOn)],
	['lists.column.link', ({ entry }) => `${origin}/services/${entry.id}`],
	['lists.column.remark', ({ entry }) => (entry.fictional ? translate('lists.fictional') : null)],
];

/** What a search found, as a table in French; a list cut short says so, and so does each made-up entry. */
export function exportedList({ hits, total }: FoundList, origin: string): Table {
	const columns = columnsFrom(origin);
	return {
		name: translate('lists.file-sheet'),
		columns: columns.map(([key]) => translate(key)),
		rows: hits.map((hit) => columns.map(([, cellOf]) => cellOf(hit))),
		note: total > hits.length ? translate('lists.cut', { shown: hits.length, total }) : null,
	};
}
