import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

export interface Departure {
	readonly hatId: string;
	readonly name: string;
	readonly leavesOn: string;
}

/** Those of the actor's organisation who leave, the nearest day first. */
export async function listDepartures({ tx }: Act): Promise<Departure[]> {
	const { rows } = await sql<Departure>`
		select d.hat_id, c.name, d.leaves_on::text from departure d join colleagues() c on c.hat_id = d.hat_id
		order by d.leaves_on, c.name`.execute(tx);
	return rows;
}
