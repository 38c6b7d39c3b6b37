import type { Situation } from './group-people.ts';

/** Who may be the same person: already followed here, or earlier in the same spreadsheet. */
export type Twin =
	| { readonly name: string; readonly leadName: string; readonly pathwayId: string; readonly line?: never }
	| { readonly name: string; readonly line: number; readonly leadName?: never };

/** Somebody ready to be written: her commune is found, and who may be the same person was looked for. */
export interface ReadySituation extends Situation {
	readonly communeCode: string | null;
	readonly twins: readonly Twin[];
}

/** The first line tells people of a spreadsheet apart. */
export const firstLine = ({ lines }: Pick<Situation, 'lines'>): number => lines[0] ?? 0;

/** Those that are written: nobody who may be followed already, unless she said « open anyway » for that line. */
export const isWritten = (one: ReadySituation, anyway: readonly number[]): boolean =>
	one.twins.length === 0 || anyway.includes(firstLine(one));
