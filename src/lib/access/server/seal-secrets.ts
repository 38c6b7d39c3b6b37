import type { Act } from '../../server/act.ts';
import { isSealed, type Safe } from '../../server/safe.ts';

const sealed = 'v1.%';

/** Seals the secrets that an older version wrote as they were. At the door; returns how many there were. */
export async function sealSecrets({ tx }: Act, safe: Safe): Promise<number> {
	const plain = await tx
		.selectFrom('account')
		.select(['id', 'totpSecret'])
		.where('totpSecret', 'is not', null)
		.where('totpSecret', 'not like', sealed)
		.forUpdate()
		.execute();
	for (const { id, totpSecret } of plain)
		await tx
			.updateTable('account')
			.set({ totpSecret: safe.seal(totpSecret!, id) })
			.where('id', '=', id)
			.execute();
	return plain.length;
}

/** How many accounts have a second factor that the secret of this installation does not open any more. */
export async function countUnreadableSecrets({ tx }: Act, safe: Safe): Promise<number> {
	const all = await tx
		.selectFrom('account')
		.select(['id', 'totpSecret'])
		.where('totpSecret', 'is not', null)
		.execute();
	return all.filter(({ id, totpSecret }) => isSealed(totpSecret!) && !opens(safe, totpSecret!, id)).length;
}

function opens(safe: Safe, secret: string, owner: string): boolean {
	try {
		safe.open(secret, owner);
		return true;
	} catch {
		return false;
	}
}
