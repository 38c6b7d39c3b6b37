import { serviceFields, structureFields } from './fields.ts';
import type { PivotEntry } from './map-row.ts';
import { numberIn } from './numbers.ts';
import { isNothing } from './row-view.ts';
import { listOf, textOf, yesOrNo } from './text.ts';

export type Kind = 'structure' | 'service';
export type Cells = Readonly<Record<string, unknown>>;

const fieldsOf = { structure: structureFields, service: serviceFields } as const;

/** An entry as data·inclusion writes it: texts, lists, numbers; what says nothing is not there. */
export function cellsOf(entry: PivotEntry, kind: Kind): Cells {
	const known = fieldsOf[kind];
	const cells = [...entry].flatMap(([field, { value }]) =>
		isNothing(value) ? [] : [[field, cellOf(value, known[field])] as const],
	);
	return { ...(kind === 'service' ? { structure_id: null } : {}), ...Object.fromEntries(cells) };
}

function cellOf(value: unknown, holds: string | undefined): unknown {
	if (holds === 'list' && Array.isArray(value))
		return [...new Set(listOf(value).map((item) => textOf(item)))];
	if (holds === 'items') return Array.isArray(value) || typeof value === 'string' ? value : [value];
	if (holds === 'number') return numberIn(value) ?? textOf(value);
	if (holds === 'boolean') return yesOrNo(value) ?? textOf(value);
	return textOf(value);
}
