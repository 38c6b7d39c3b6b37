import type { EntryKind } from '../fields.ts';
import { type Control, controls } from './controls.ts';
import { rowCells } from './rows.ts';

/** The form that a browser would send for these values, untouched. */
export function entryFormOf(kind: EntryKind, values: object): FormData {
	const data = new FormData();
	const known = new Map(Object.entries(values));
	for (const [field, control] of Object.entries<Control>(controls[kind]))
		fill(data, field, control, known.get(field));
	return data;
}

function fill(data: FormData, field: string, control: Control, value: unknown): void {
	if (control.as === 'rows') {
		const rows: readonly Readonly<Record<string, unknown>>[] = Array.isArray(value) ? value : [];
		data.set(`${field}.count`, String(rows.length));
		for (const [i, row] of rows.entries())
			for (const { name, as } of rowCells[control.item])
				put(data, `${field}.${i}.${name}`, row[name], as === 'dates');
	} else if (control.as === 'yes-no') {
		if (value === true) data.set(field, 'oui');
	} else put(data, field, value, control.as === 'codes');
}

function put(data: FormData, name: string, value: unknown, joined: boolean): void {
	if (Array.isArray(value) && !joined) for (const item of value) data.append(name, String(item));
	else data.set(name, Array.isArray(value) ? value.join(', ') : String(value ?? ''));
}
