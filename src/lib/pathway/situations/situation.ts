import type { Domain } from '#lib/person/domain.ts';
import type { ContactRule, Protection } from '#lib/person/protection.ts';
import type { Fault } from './fault.ts';

export interface SituationGoal {
	readonly words: string;
	readonly domain: Domain;
}
export interface SituationStep {
	readonly words: string;
	readonly dueOn: string;
	readonly owner: 'me' | 'person';
	/** The rank of its goal; null when none was said before it. */
	readonly goal: number | null;
}

/** Somebody whose pathway can be opened as it is. */
export interface Situation {
	/** Her lines in the spreadsheet, from the first. */
	readonly lines: readonly number[];
	readonly name: string;
	/** YYYY-MM-DD; null for today. */
	readonly openedOn: string | null;
	readonly language: string | null;
	readonly commune: string | null;
	readonly contactRule: ContactRule;
	readonly safeContact: string | null;
	readonly protection: Protection;
	/** Her own sentence: what she wants, when no domain is said. */
	readonly words: string | null;
	readonly goals: readonly SituationGoal[];
	/** One at least. */
	readonly steps: readonly SituationStep[];
}

/** A line that is not written, and why. */
export interface RefusedLine {
	readonly line: number;
	readonly faults: readonly Fault[];
}

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
