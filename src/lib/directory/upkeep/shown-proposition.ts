import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { weekTable } from '#lib/time/week-table.ts';

/** What a proposed field is called on a screen. */
export function decidedLabel(field: string): string {
	if (field === 'closed') return translate('upkeep.label-closed');
	if (field === 'words') return translate('upkeep.label-words');
	const key = `fields.label.${field}`;
	return isTextKey(key) ? translate(key) : field;
}

/** A value as people read it, in lines; none when the entry says nothing. */
export function shownValue(field: string, value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (field === 'openingHours' && typeof value === 'string') return hoursLines(value);
	if (typeof value === 'string') return value.split(/\n+/).filter(Boolean);
	if (Array.isArray(value)) return value.map(String);
	return [String(value)];
}

const hoursLines = (expression: string): string[] =>
	weekTable(expression)?.map(({ day, spans }) => {
		const hours = spans.length > 0 ? spans.join(', ') : translate('time.day-closed');
		return `${translate(`time.day-${day}` as TextKey)} : ${hours}`;
	}) ?? [expression];
