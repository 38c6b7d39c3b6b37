import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

const year = 365 * 86_400_000;

/** Forgets the addresses of who was never answered in a year, and the letters whose link died a year ago. */
export async function forgetUpkeep({ tx, at }: Act): Promise<void> {
	const aYearAgo = new Date(at.getTime() - year);
	await tx
		.updateTable('correction')
		.set({ contactEmail: null, toldAt: at })
		.where('toldAt', 'is', null)
		.where('contactEmail', 'is not', null)
		.where('proposedAt', '<', aYearAgo)
		.execute();
	await sql`delete from review_letter where expires_at < ${aYearAgo}`.execute(tx);
}
