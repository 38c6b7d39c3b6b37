import type { Act } from '#lib/server/act.ts';

/** She has read what « Quitter » does: once for each PIN. */
export async function readBefore({ tx, at }: Act, personId: string): Promise<void> {
	await tx.updateTable('personPin').set({ toldAt: at }).where('personId', '=', personId).execute();
}
