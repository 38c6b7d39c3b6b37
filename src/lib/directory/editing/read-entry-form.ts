import { isTextKey, translate } from '#lib/texts/translator.ts';
import { type EntryKind, editableFields, fieldLabel, isFieldOf } from '../fields.ts';
import { readTypedHours } from '../upkeep/typed-hours.ts';
import { type Control, controls, type RowItem } from './controls.ts';
import { isBlankRow, type RowCell, rowCells } from './rows.ts';

/** What a form of an entry says. */
export interface ReadEntry {
	/** Every field as it was typed: what does not fit comes back as it was. */
	readonly typed: Readonly<Record<string, unknown>>;
	/** A sentence by field that does not fit. */
	readonly errors: Readonly<Record<string, string>>;
}

/** Reads a form of an entry: each field by its control, then by its rule. */
export function readEntryForm(kind: EntryKind, data: FormData): ReadEntry {
	const typed: Record<string, unknown> = {};
	const errors: Record<string, string> = {};
	for (const [field, control] of Object.entries<Control>(controls[kind])) {
		const value = readControl(field, control, data);
		typed[field] = value;
		const problem = problemOf(kind, field, value);
		if (problem) errors[field] = problem;
	}
	return { errors, typed };
}

const textOf = (data: FormData, name: string): string | null => {
	const given = data.get(name);
	const text = typeof given === 'string' ? given.replace(/\r\n?/g, '\n').trim() : '';
	return text === '' ? null : text;
};
const textsOf = (data: FormData, name: string): string[] =>
	data.getAll(name).filter((given): given is string => typeof given === 'string' && given !== '');

function readControl(field: string, control: Control, data: FormData): unknown {
	switch (control.as) {
		case 'number':
			return numberOf(textOf(data, field));
		case 'yes-no':
			return data.has(field);
		case 'several':
			return control.options.filter((option) => textsOf(data, field).includes(option));
		case 'codes':
			return [...new Set((textOf(data, field) ?? '').split(/[\s,;]+/).filter(Boolean))];
		case 'hours':
			return hoursOf(textOf(data, field));
		case 'rows':
			return readRows(field, control.item, data);
		case 'text':
		case 'lines':
		case 'one':
		case 'phone':
		case 'email':
		case 'link':
			return textOf(data, field);
	}
}

/** What is no number stays as it was typed: its rule says so. */
function numberOf(text: string | null): number | string | null {
	if (text === null) return null;
	const number = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
	return Number.isFinite(number) ? number : text;
}

const hoursOf = (text: string | null): string | null => text && (readTypedHours(text) ?? text);

const mostRows = 200;

function readRows(field: string, item: RowItem, data: FormData): Record<string, unknown>[] {
	const rows: Record<string, unknown>[] = [];
	const count = Math.min(mostRows, Number(data.get(`${field}.count`)) || 0);
	for (let i = 0; i < count; i++) {
		const row = Object.fromEntries(
			rowCells[item].map((cell) => [cell.name, readCell(`${field}.${i}.${cell.name}`, cell, data)]),
		);
		if (!isBlankRow(item, row)) rows.push(row);
	}
	return rows;
}

function readCell(name: string, { as }: RowCell, data: FormData): unknown {
	if (as === 'number') return numberOf(textOf(data, name));
	if (as === 'hours') return hoursOf(textOf(data, name));
	if (as === 'several') return textsOf(data, name);
	if (as === 'dates')
		return (textOf(data, name) ?? '')
			.split(/[\s,;]+/)
			.filter(Boolean)
			.map(dateOf);
	return as === 'date' ? dateOf(textOf(data, name)) : textOf(data, name);
}

/** JJ/MM/AAAA is read too, where a browser gives no calendar. */
function dateOf<Text extends string | null>(text: Text): Text | string {
	const [, day = '', month = '', year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text ?? '') ?? [];
	return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

function problemOf(kind: EntryKind, field: string, value: unknown): string | undefined {
	if (!isFieldOf(kind, field)) return translate('fields.unknown');
	const rules: Readonly<Record<string, (typeof editableFields)[EntryKind]['name']>> = Object(
		editableFields[kind],
	);
	const { success, error } = rules[field]!.safeParse(value);
	if (success) return undefined;
	const [issue] = error.issues;
	const label = translate(fieldLabel(field));
	const rank = issue?.path[0];
	const sentence =
		issue && isTextKey(issue.message) ? translate(issue.message) : translate('fields.wrong-row');
	return typeof rank === 'number'
		? translate('edit.problem-row', { label, rank: rank + 1, sentence })
		: translate('edit.problem', { label, sentence });
}
