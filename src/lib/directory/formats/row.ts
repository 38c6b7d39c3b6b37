import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';

/** One line of a file before anything is known of it: its cells by column, or its members by name. */
export interface RawRow {
	/** Counted from 1: the physical line where it starts in a table, its rank in a list. */
	readonly line: number;
	readonly values: Readonly<Record<string, unknown>>;
	/** How many cells it has beyond the last column: its cells may have slid. */
	readonly extraCells?: number;
}

/** What is wrong with one field of one line, in a sentence. */
export interface Problem {
	line: number;
	field: string;
	value: string;
	problem: string;
	/** Name of the file, when several are read together. */
	file?: string;
}

/** What a line tells. With problems it is left out; warnings let it in, and say what to correct at its source. */
export interface ParsedRow {
	readonly line: number;
	readonly organisation: Organisation | null;
	readonly service: Service | null;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
	/** Of a line left out: the entries it speaks of, as far as it can be read. */
	readonly about: readonly EntryName[];
	/** Entries that their source says are no more: closed, or become one with another. */
	readonly gone?: readonly EntryName[];
}

export interface EntryName {
	kind: 'organisation' | 'service';
	source: string;
	sourceId: string;
}
