import type * as z from 'zod';
import type { Domain } from '#lib/person/domain.ts';
import type { ContactRule, Protection } from '#lib/person/protection.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey } from '#lib/texts/translator.ts';
import { mayTell } from '../typed.ts';
import type { Fault } from './fault.ts';
import type { SituationField } from './field.ts';
import {
	contactOfCell,
	dayOfCell,
	domainOfCell,
	languageOfCell,
	ownerOfCell,
	protectionOfCell,
} from './read-cell.ts';
import type { TableLine } from './table.ts';

/** What one line says, and what is wrong with it. What it does not say is null. */
export interface ReadLine {
	readonly line: number;
	/** Lines of the same mark are about the same person; « » where none is written. */
	readonly mark: string;
	readonly name: string | null;
	readonly openedOn: string | null;
	readonly language: string | null;
	/** As written. */
	readonly commune: string | null;
	readonly contact: { readonly rule: ContactRule; readonly words: string | null } | null;
	readonly protection: Protection | null;
	/** Her words; without a domain they are kept as her own sentence. */
	readonly goal: { readonly words: string; readonly domain: Domain | null } | null;
	readonly step: {
		readonly words: string | null;
		readonly dueOn: string | null;
		readonly owner: 'me' | 'person';
	} | null;
	readonly faults: readonly Fault[];
}

export interface Reading {
	readonly fields: readonly (SituationField | null)[];
	/** YYYY-MM-DD. */
	readonly today: string;
	/** The name of whoever imports. */
	readonly worker: string;
}

/** The longest texts are those of the forms made by hand. */
const texts = {
	name: mayTell(80, 'person.name-long'),
	goal: mayTell(1000, 'steps.goal-long'),
	step: mayTell(500, 'steps.words-long'),
	safeContact: mayTell(500, 'person.safe-contact-long'),
	commune: mayTell(120, 'person.commune-unknown'),
} as const satisfies Partial<Record<SituationField, z.ZodType<string | null>>>;

/** Reads a line under the columns that she chose: it changes nothing of what is written, and says what it cannot read. */
export function readLine({ line, cells, nir, slid }: TableLine, reading: Reading): ReadLine {
	const cell = new Cells(cells, reading.fields);
	if (nir) cell.fault(null, 'notes.nir');
	if (slid) cell.fault(null, 'situations.slid');
	const name = cell.text('name');
	const read = {
		line,
		mark: cell.of('mark'),
		name,
		openedOn: cell.read('openedOn', dayOfCell, 'situations.date-unread'),
		language: cell.read('language', languageOfCell, 'situations.language-unknown'),
		commune: cell.text('commune'),
		contact: cell.has('safeContact') ? contactOfCell(cell.text('safeContact') ?? '') : null,
		protection: cell.read('protection', protectionOfCell, 'situations.protection-unknown'),
		goal: goalOf(cell),
		step: stepOf(cell, { worker: reading.worker, person: name ?? '' }, reading.today),
	};
	if (read.openedOn !== null && read.openedOn > reading.today)
		cell.fault('openedOn', 'situations.opened-later');
	return { ...read, faults: cell.faults };
}

function goalOf(cell: Cells): ReadLine['goal'] {
	const words = cell.text('goal');
	const domain = cell.read('domain', domainOfCell, 'situations.domain-unknown');
	if (domain && !words) cell.fault('goal', 'situations.goal-without-words');
	return words ? { words, domain } : null;
}

function stepOf(
	cell: Cells,
	names: { readonly worker: string; readonly person: string },
	today: string,
): ReadLine['step'] {
	const words = cell.text('step');
	const dueOn = cell.read('dueOn', dayOfCell, 'situations.date-unread');
	const owner = cell.read('owner', (text) => ownerOfCell(text, names), 'situations.owner-unknown');
	if (dueOn !== null && dueOn < today) cell.fault('dueOn', 'steps.due-past');
	return words || dueOn ? { words, dueOn, owner: owner ?? 'me' } : null;
}

/** The cells of a line by what they say, and what is wrong with them as they are read. */
class Cells {
	readonly faults: Fault[] = [];
	private readonly cells: readonly string[];
	private readonly fields: Reading['fields'];

	constructor(cells: readonly string[], fields: Reading['fields']) {
		this.cells = cells;
		this.fields = fields;
	}

	of(field: SituationField): string {
		const rank = this.fields.indexOf(field);
		return (rank < 0 ? '' : (this.cells[rank] ?? '')).trim();
	}

	has(field: SituationField): boolean {
		return this.of(field) !== '';
	}

	fault(field: SituationField | null, reason: TextKey, values?: Fault['values']): void {
		this.faults.push({ field, reason, ...(values && { values }) });
	}

	/** A text, as long as the form made by hand lets it be. */
	text(field: keyof typeof texts): string | null {
		const read = texts[field].safeParse(this.of(field));
		if (read.success) return read.data;
		const message = read.error.issues[0]?.message ?? '';
		this.fault(field, isTextKey(message) ? message : 'problem.field-invalid');
		return null;
	}

	/** A value that a cell tells; null for an empty one, and for one that cannot be read, which is said. */
	read<Value>(
		field: SituationField,
		read: (cell: string) => Value | undefined,
		reason: TextKey,
	): Value | null {
		const cell = this.of(field);
		if (cell === '') return null;
		const value = read(cell);
		if (value === undefined) this.fault(field, reason, { said: cell.slice(0, 60) });
		return value ?? null;
	}
}
