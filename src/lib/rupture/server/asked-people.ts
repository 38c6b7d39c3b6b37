import { type RawBuilder, sql } from 'kysely';

/** Whose facts are asked: some people's by their ids, or everybody's. */
export type AskedPeople = readonly string[] | undefined;

/** The condition on the alias of a pathway, or of an agreement. */
export const isAsked = (people: AskedPeople, alias: 'w' | 'a' = 'w'): RawBuilder<boolean> =>
	people ? sql`${sql.ref(`${alias}.person_id`)} = any(${people}::uuid[])` : sql`true`;

/** An instant in milliseconds, as facts tell it. */
export const ms = (column: string): RawBuilder<number> =>
	sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
