import type { Act } from '../../server/act.ts';

/** The same act, signed by the account that has just shown who it is. */
export const signedBy = (act: Act, accountId: string): Act => ({ ...act, actor: { accountId, hat: null } });

const columns = [
	'id',
	'email',
	'name',
	'passwordHash',
	'totpSecret',
	'totpConfirmedAt',
	'totpLastStep',
	'demo',
] as const;

/** At the door: an open account and its secrets; a suspended one is as if it were not there. */
export const findAccountByEmail = ({ tx }: Act, email: string) =>
	tx
		.selectFrom('account')
		.select(columns)
		.where('email', '=', email)
		.where('suspendedAt', 'is', null)
		.executeTakeFirst();

export const findAccount = ({ tx }: Act, id: string) =>
	tx
		.selectFrom('account')
		.select(columns)
		.where('id', '=', id)
		.where('suspendedAt', 'is', null)
		.executeTakeFirst();

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** The step of a code is used once, also by two requests at the same instant: false for the second. */
export async function useStep({ tx }: Act, accountId: string, step: number): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('account')
		.set({ totpLastStep: step })
		.where('id', '=', accountId)
		.where((eb) => eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', step)]))
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
