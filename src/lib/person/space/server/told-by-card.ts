import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/** What a card alone tells. */
export interface ToldByCard {
	readonly startsAt: Date | null;
	readonly leadName: string;
	readonly organisation: string;
	readonly phone: string | null;
}

/** When the holder of a card is next awaited, and whom to call; null when no pathway is open. */
export async function toldByCard({ tx }: Act): Promise<ToldByCard | null> {
	const { rows } = await sql<ToldByCard>`select * from told_by_card()`.execute(tx);
	return rows[0] ?? null;
}
