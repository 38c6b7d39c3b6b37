import type { Found, Pass } from '../found.ts';
import type { RuleId } from '../rule.ts';
import type { OwnedTable, State } from '../state.ts';

/** What a sentence needs: days as YYYY-MM-DD, counts, codes that the texts choose by. */
export type Params = Readonly<Record<string, string | number>>;

export interface Described {
	/** What the alert is about, by its id. */
	readonly subject: string;
	/** What makes it the same alert when its subject changes; the subject, when left out. */
	readonly identity?: string;
	/** The organisation that has to answer, by its place in `names`; 0 when it is the lead's. */
	readonly target?: number;
	/** Who asked, by places in `names`; the lead worker when nobody else did. */
	readonly source?: { readonly organisation: number; readonly hat: number };
	readonly params: Params;
}

/** One rule on one table: looks at a row, and tells in its own words what it found. Both are pure. */
export interface Rule {
	readonly id: RuleId;
	readonly table: OwnedTable;
	check(pass: Pass, row: number): void;
	describe(state: State, row: number, now: number, alert: Found, index: number): Described;
}
