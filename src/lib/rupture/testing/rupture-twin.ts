import type pg from 'pg';
import type { Fact } from '../facts.ts';
import { twinColumns, twinRow } from './twin-rows.ts';
import { twinRules } from './twin-rules.ts';
import { twinDays, twinIndexes, twinSchema, twinZones } from './twin-schema.ts';
import { twinStates, twinTables } from './twin-states.ts';

/** An alert as SQL finds it. */
export interface TwinAlert {
	readonly rule: string;
	readonly identity: string;
	/** Milliseconds. */
	readonly occurred: number;
	readonly since: number;
	readonly level: number;
}

const columns = twinColumns.join(', ');

/** The twin's own schema, empty but for the calendars of these départements. */
export async function layTwin(
	client: pg.ClientBase,
	departments: readonly string[],
	from: string,
	until: string,
): Promise<void> {
	await client.query(twinSchema);
	const days = twinDays(departments, from, until);
	for (let index = 0; index < days.length; index += 5000)
		await client.query('insert into twin.day select * from json_populate_recordset(null::twin.day, $1)', [
			JSON.stringify(days.slice(index, index + 5000)),
		]);
	await client.query('insert into twin.zone select * from json_populate_recordset(null::twin.zone, $1)', [
		JSON.stringify(twinZones(departments)),
	]);
}

/** Lays a log into the twin, by rows; a benchmark lays it by COPY of `twinLines`. */
export async function fillTwin(client: pg.ClientBase, facts: readonly Fact[]): Promise<void> {
	for (let index = 0; index < facts.length; index += 5000)
		await client.query(
			`insert into twin.fact (${columns}) select ${columns} from json_populate_recordset(null::twin.fact, $1)`,
			[JSON.stringify(facts.slice(index, index + 5000).map((fact, place) => twinRow(fact, index + place)))],
		);
	await client.query(twinIndexes);
}

/** Where everything stands at an instant, in temporary tables of this connection. */
export async function standTwin(client: pg.ClientBase, now: Date): Promise<void> {
	for (const table of twinTables) await client.query(`drop table if exists ${table}`);
	for (const query of twinStates) {
		// What defines a table takes no parameter.
		await client.query(query.replaceAll('$1', `'${now.toISOString()}'`));
	}
}

const found = (query: string) => `
	with due as (${query}), seen as (
		select identity, occurred, rupture, last, greatest(noted, least(attention, rupture)) as since from due)
	select identity, (extract(epoch from occurred) * 1000)::float8 as occurred, (extract(epoch from since) * 1000)::float8 as since,
		case when $1::timestamptz >= last then 3 when $1::timestamptz >= rupture then 2 else 1 end as level
	from seen where since <= $1::timestamptz`;

/** Every alert at an instant, rule by rule. */
export async function askTwin(client: pg.ClientBase, now: Date): Promise<TwinAlert[]> {
	const all: TwinAlert[] = [];
	for (const [rule, query] of twinRules) {
		const { rows } = await client.query<Omit<TwinAlert, 'rule'>>(found(query), [now]);
		for (const row of rows) all.push({ rule, ...row });
	}
	return all;
}
