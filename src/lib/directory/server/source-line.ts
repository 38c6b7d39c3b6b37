import type { ParsedRow, RawRow } from '../formats/row.ts';

/** A line of a source's files, and what it tells: nothing when it is passed over, several entries at times. */
export interface SourceLine {
	readonly path: string;
	readonly row: RawRow;
	readonly parsed: readonly ParsedRow[];
	readonly kept: boolean;
}
