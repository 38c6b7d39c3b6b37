import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';

/** What is wrong with one field of one line, in a sentence. */
export interface LineProblem {
	line: number;
	field: string;
	value: string;
	problem: string;
}

export type EntryKind = 'organisation' | 'service';

/** One line of a source's file as its parser read it: what it tells, or what is wrong with it. */
export interface Incoming {
	/** Where it is in its file, counted from 1. */
	readonly line: number;
	readonly organisation: Organisation | null;
	readonly service: Service | null;
	/** Not empty: the line is rejected, and what it already gave the directory stays as it is. */
	readonly problems: readonly LineProblem[];
	/** What was corrected or is doubtful: the line enters all the same. */
	readonly warnings: readonly LineProblem[];
	/** Of a rejected line: which entries it speaks of, as far as it can be read. */
	readonly about: readonly { kind: EntryKind; source: string; sourceId: string }[];
}
