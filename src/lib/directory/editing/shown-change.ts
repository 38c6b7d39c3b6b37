import { shownInstant } from '#lib/access/shown-date.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { optionLabel } from './option-labels.ts';
import type { Change } from './server/history.ts';

/** A change of a field, ready to be drawn. */
export const showChange = ({ field, before, after, toldBy, changedAt, held }: Change) => ({
	field: labelOf(camel(field)),
	before: sayValue(camel(field), before),
	after: sayValue(camel(field), after),
	by: toldBy === 'here' ? translate('history.here') : toldBy,
	on: shownInstant(changedAt),
	held,
});
export type ShownChange = ReturnType<typeof showChange>;

const camel = (column: string): string =>
	column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function labelOf(field: string): string {
	if (field === 'goneAt') return translate('history.gone');
	const key = `fields.label.${field}`;
	return isTextKey(key) ? translate(key) : field;
}

/** A value of a field (in camel case) as a person reads it. */
export function sayValue(field: string, value: unknown): string {
	if (value === null || value === '') return translate('history.empty');
	if (typeof value === 'boolean') return translate(value ? 'history.yes' : 'history.no');
	if (typeof value === 'number') return String(value).replace('.', ',');
	if (typeof value === 'string') return optionLabel(field, value);
	if (!Array.isArray(value)) return JSON.stringify(value);
	if (value.length === 0) return translate('history.empty');
	return value
		.map((item) => (typeof item === 'string' ? optionLabel(field, item) : sayRow(item)))
		.join(' ; ');
}

const sayRow = (row: unknown): string =>
	typeof row === 'object' && row !== null
		? Object.values(row)
				.filter((cell) => cell !== null && cell !== '' && !(Array.isArray(cell) && cell.length === 0))
				.join(', ')
		: String(row);
