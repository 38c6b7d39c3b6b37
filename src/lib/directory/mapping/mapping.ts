/** What a mapping can give, and what a cell can hold: what JSON can. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
export type Weekday = (typeof weekdays)[number];

/** Where a value comes from: the name of a column, several rules of which the first that gives something serves, or more. */
export type Rule = string | readonly Rule[] | RuleObject;

/** Exactly one origin, then what is done to its value. */
export interface RuleObject extends Origin {
	/** Steps, in order. */
	readonly steps?: readonly Step[];
	/** What stands for nothing. */
	readonly default?: Value;
	/** What is said when nothing comes out. */
	readonly empty?: 'warn' | 'reject';
}

export interface Origin {
	/** A column, or several names that it may bear; `a.b[0].c` goes into what it holds. */
	readonly column?: string | readonly string[];
	/** With `column`: of the row joined from that file. */
	readonly from?: string;
	/** With `column`: the file may lack it. */
	readonly optional?: boolean;
	/** Something inside the element that `each` is at; the element itself when empty. */
	readonly item?: string;
	/** A value computed under `values`. */
	readonly value?: string;
	readonly constant?: Value;
	/** `{adresse}[, {ville}]`: what stands in brackets leaves when one of its columns is empty. */
	readonly template?: string;
	/** With `template`, what its words stand for when they are not columns. */
	readonly with?: Readonly<Record<string, Rule>>;
	readonly first?: readonly Rule[];
	readonly join?: readonly Rule[];
	/** With `join`; a space when it is not said. */
	readonly separator?: string;
	readonly list?: readonly Rule[];
	/** Columns that say yes or no, and the code that each yes stands for. */
	readonly flags?: Readonly<Record<string, string | readonly string[]>>;
	/** With `flags`: what counts as yes, beside oui, x, 1… */
	readonly yes?: readonly string[];
	/** Day by day, the columns of its hours. */
	readonly week?: Readonly<Partial<Record<Weekday, DayRule>>>;
	readonly cases?: readonly Case[];
	/** A short code that is always the same for the same values. */
	readonly digest?: readonly Rule[];
	/** Every row joined from that file, as a list. */
	readonly joined?: string;
	/** A list of which each element gives a value by `give`. */
	readonly each?: Rule;
	readonly give?: Rule;
	/** Something with members; nothing when one of `needs` is empty. */
	readonly object?: Readonly<Record<string, Rule>>;
	readonly needs?: readonly string[];
	readonly file?: 'date' | 'name';
}

export interface Case {
	readonly when: Condition;
	readonly give: Rule;
}

/** One span of a day: written whole in one cell, in two cells, or said by a yes. */
export type DayRule = string | readonly DayRule[] | SpanRule;
export interface SpanRule {
	readonly column?: string;
	/** The hours that a yes in `column` stands for. */
	readonly hours?: string;
	readonly from?: string;
	readonly to?: string;
}

export type Condition =
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition }
	| Test;

/** A value, and what it must be; words are compared without case, accents or blanks. */
export interface Test {
	readonly of: Rule;
	readonly is?: Value;
	readonly in?: readonly Value[];
	readonly filled?: boolean;
	readonly yes?: boolean;
	readonly contains?: string;
	readonly starts?: string;
	readonly least?: number;
	readonly most?: number;
}

export type Step = string | StepObject;

/** Exactly one step that takes a setting, with its own options. */
export interface StepObject {
	readonly split?: string | readonly string[];
	readonly join?: string;
	readonly table?: string | Codes;
	/** With `table`: what becomes of what it does not know. */
	readonly unmatched?: 'warn' | 'reject' | 'keep' | 'drop';
	/** With `table`: what stands for what it does not know. */
	readonly otherwise?: string | readonly string[];
	readonly date?: DateOrder;
	readonly number?: string;
	readonly multiply?: number;
	readonly round?: number;
	readonly truncate?: number;
	readonly pad?: number;
	readonly prefix?: string;
	readonly suffix?: string;
	readonly before?: string;
	readonly after?: string;
	readonly remove?: string | readonly string[];
	readonly replace?: readonly (readonly [string, string])[];
	readonly without?: readonly string[];
	readonly take?: number;
	readonly element?: number;
	readonly get?: string;
	readonly boolean?: readonly string[];
}

export type DateOrder = 'day-first' | 'month-first' | 'year-first' | 'excel' | 'seconds' | 'milliseconds';

/** Codes by what sources write; null is known and says nothing. */
export type Codes = Readonly<Record<string, string | readonly string[] | null>>;

/** How a point is told: two numbers, or both in one. */
export interface PointRule {
	readonly longitude?: Rule;
	readonly latitude?: Rule;
	/** Both at once: « 48.85, 2.35 », `[2.35, 48.85]`. */
	readonly pair?: Rule;
	readonly order?: 'longitude-first' | 'latitude-first';
	/** `lambert93`: `longitude` is X and `latitude` is Y, in metres. */
	readonly system?: 'wgs84' | 'lambert93';
	/** Puts back a lost sign and turns swapped numbers; true when not said. */
	readonly mend?: boolean;
}

export type FieldRules = Readonly<Record<string, Rule>>;

interface Entry {
	/** Rows of which the condition does not hold give none. */
	readonly when?: Condition;
	readonly point?: PointRule;
	readonly fields: FieldRules;
}
export type StructureRules = Entry;
export interface ServiceRules extends Entry {
	/** One service for each element. */
	readonly each?: Rule;
	/** Takes place, contacts and date of the structure when it has no rule for them; true when not said. */
	readonly inherit?: boolean;
}

export interface FileRules {
	/** Names that the file may bear, `*` standing for anything. */
	readonly names?: readonly string[];
	/** Where the list is in a JSON document: `data.items`. */
	readonly rows?: string;
	/** Name of the sheet in a workbook. */
	readonly sheet?: string;
	/** Line of the columns' names, from 1. */
	readonly header?: number;
	/** The import may go without it. */
	readonly optional?: boolean;
}

export interface JoinRules {
	/** Column of the joined file. */
	readonly key: string;
	readonly with: Rule;
}

/** What the rows of one file become. */
export interface Part {
	readonly file?: string;
	readonly joins: Readonly<Record<string, JoinRules>>;
	/** Rows that say the same there are one: where they differ, a column holds a list. */
	readonly group?: readonly string[];
	readonly keep?: Condition;
	/** What the rows that are not kept are, in words. */
	readonly because?: string;
	readonly values: FieldRules;
	readonly structure?: StructureRules;
	readonly services: readonly ServiceRules[];
}

/** Turns rows of files of any shape into data·inclusion's; safe by construction: it holds no code. */
export interface Mapping {
	readonly version: 1;
	readonly name: string;
	readonly about?: string;
	readonly licence?: string;
	/** Slug of the source: what it gives is told apart from what others give. */
	readonly source: string;
	/** A value that does not fit leaves its whole row out, rather than itself. */
	readonly strict: boolean;
	readonly files: Readonly<Record<string, FileRules>>;
	readonly tables: Readonly<Record<string, Codes>>;
	readonly parts: readonly Part[];
}
