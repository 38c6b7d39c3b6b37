import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import { type AnyField, type EntryKind, fieldLabel } from '../fields.ts';
import { type Control, controls, type RowItem, sections } from './controls.ts';
import { optionsOf } from './option-labels.ts';
import { type RowCell, rowCells } from './rows.ts';

/** A field of a form, ready to be drawn. */
export interface ShownField {
	readonly name: string;
	readonly as: Exclude<Control['as'], 'hours' | 'codes' | 'phone' | 'link'> | RowCell['as'];
	/** Of an `<input>`. */
	readonly type: 'text' | 'tel' | 'email' | 'url' | 'date';
	readonly label: string;
	readonly hint?: string;
	readonly error?: string;
	readonly value: string;
	readonly options: readonly Option[];
	readonly chosen: readonly string[];
	readonly rows: readonly ShownRow[];
}
export interface ShownRow {
	readonly title: string;
	readonly cells: readonly ShownField[];
}
export interface ShownSection {
	readonly title: string;
	/** It holds a mistake, or is the first: it is open. */
	readonly open: boolean;
	readonly fields: readonly ShownField[];
}

const blankRows = 2;

/** The form of an entry with these values, as they are or as they were typed, and a sentence by field that is wrong. */
export const showEntryForm = (
	kind: EntryKind,
	values: Readonly<Record<string, unknown>>,
	errors: Readonly<Record<string, string>>,
): ShownSection[] =>
	sections[kind].map(({ name, fields }, rank) => ({
		title: translate(`edit.section.${name}`),
		open: rank === 0 || fields.some((field) => field in errors),
		fields: fields.map((field) => showField(kind, field, values[field], errors[field])),
	}));

function showField(kind: EntryKind, name: AnyField, value: unknown, error: string | undefined): ShownField {
	const all: Readonly<Partial<Record<string, Control>>> = controls[kind];
	const control = all[name] ?? { as: 'text' };
	const hintKey = `edit.hint.${name}`;
	const hint = isTextKey(hintKey) ? translate(hintKey) : undefined;
	return {
		...plain(name, translate(fieldLabel(name)), value),
		...(hint && { hint }),
		...(error && { error }),
		...drawing[control.as],
		...('options' in control && choice(name, control, value)),
		...(control.as === 'rows' && { rows: showRows(name, control.item, value) }),
	};
}

const plain = (name: string, label: string, value: unknown): ShownField => ({
	name,
	label,
	as: 'text',
	type: 'text',
	value: textOf(value),
	options: [],
	chosen: [],
	rows: [],
});

const drawing: Readonly<Record<Control['as'] | RowCell['as'], Pick<ShownField, 'as' | 'type'>>> = {
	text: { as: 'text', type: 'text' },
	phone: { as: 'text', type: 'tel' },
	email: { as: 'text', type: 'email' },
	link: { as: 'text', type: 'url' },
	number: { as: 'number', type: 'text' },
	date: { as: 'text', type: 'date' },
	dates: { as: 'text', type: 'text' },
	hours: { as: 'lines', type: 'text' },
	codes: { as: 'lines', type: 'text' },
	lines: { as: 'lines', type: 'text' },
	'yes-no': { as: 'yes-no', type: 'text' },
	one: { as: 'one', type: 'text' },
	several: { as: 'several', type: 'text' },
	rows: { as: 'rows', type: 'text' },
};

function choice(list: string, { as, options }: { as: string; options: readonly string[] }, value: unknown) {
	const known = optionsOf(list, options);
	const chosen = Array.isArray(value) ? value.map(String) : [textOf(value)];
	const unknown = { value: '', label: translate('edit.unknown') };
	return { options: as === 'one' ? [unknown, ...known] : known, chosen };
}

function showRows(field: string, item: RowItem, value: unknown): ShownRow[] {
	const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(value) ? value : [];
	const blanks = Array.from({ length: blankRows }, () => ({}));
	return [...rows, ...blanks].map((row: Readonly<Record<string, unknown>>, rank) => ({
		title: rank < rows.length ? translate('edit.row-rank', { rank: rank + 1 }) : translate('edit.row-new'),
		cells: rowCells[item].map((cell) => showCell(`${field}.${rank}`, item, cell, row[cell.name])),
	}));
}

const showCell = (prefix: string, item: RowItem, cell: RowCell, value: unknown): ShownField => ({
	...plain(`${prefix}.${cell.name}`, translate(rowLabel(cell.name)), value),
	...drawing[cell.as],
	...(cell.options && choice(`${item}.${cell.name}`, { as: cell.as, options: cell.options }, value)),
});

function rowLabel(name: string): TextKey {
	const key = `edit.row.${name}`;
	return isTextKey(key) ? key : 'edit.unknown';
}

/** A list is joined as its field reads it; numbers are written the French way. */
function textOf(value: unknown): string {
	if (Array.isArray(value)) return value.join(', ');
	if (typeof value === 'number') return String(value).replace('.', ',');
	return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
