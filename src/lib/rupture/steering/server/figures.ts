import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { type Figure, organisationTable, type SteeringTable, steeringTables } from '../steering.ts';

/**
 * The figures of the territory that the actor coordinates or facilitates, hidden where they are small; the tables are
 * empty for anybody else. One query, and one more for organisations once their collective has agreed.
 */
export async function listFigures(act: Act, byOrganisation: boolean): Promise<SteeringTable[]> {
	const { rows } = await sql<Figure>`
		select part, line, col, people, median_days::float8, late_days::float8 from rupture_figures()`.execute(
		act.tx,
	);
	const tables = steeringTables(rows, dayOf(act.at));
	if (!byOrganisation) return tables;
	const { rows: organisations } = await sql<{ line: string; rule: string; people: number }>`
		select line, rule, people from rupture_figures_by_organisation()`.execute(act.tx);
	return [...tables, organisationTable(organisations)];
}
