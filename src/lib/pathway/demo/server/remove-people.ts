import type { Act } from '#lib/server/act.ts';

/**
 * Takes away the invented people, and all that was written of them: row security lets the operator reach nobody else.
 * Before the organisations and the workers that they knew. As the operator.
 * @returns how many people were followed
 */
export async function removePeople({ tx }: Act): Promise<number> {
	await tx.deleteFrom('referralPause').execute();
	const { numDeletedRows } = await tx.deleteFrom('person').executeTakeFirstOrThrow();
	return Number(numDeletedRows);
}
