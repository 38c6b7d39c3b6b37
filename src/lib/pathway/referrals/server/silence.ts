import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { SilenceStep } from '../silence.ts';

/** Somebody who is told of a silence: under which hat, and where to write. */
export interface Told {
	readonly referralId: string;
	readonly hatId: string;
	readonly email: string;
}

/** Those who answer for the silent organisations: their providers. As the clock. */
export async function listManagers({ tx }: Act, referralIds: readonly string[]) {
	const { rows } = await sql<Told & { organisationId: string }>`
		select referral_id, organisation_id, hat_id, email from silence_managers(${referralIds}::uuid[])`.execute(
		tx,
	);
	return rows;
}

/** Those who coordinate the smallest territory that has somebody. As the clock. */
export async function listCoordinators({ tx }: Act, referralIds: readonly string[]): Promise<Told[]> {
	const { rows } = await sql<Told>`
		select referral_id, hat_id, email from silence_coordinators(${referralIds}::uuid[])`.execute(tx);
	return rows;
}

/** Who was told of the silence of one referral, and when, as far as the actor may read it. */
export async function listSilence({ tx }: Act, referralId: string) {
	const rows = await tx
		.selectFrom('silenceStep')
		.select(['step', 'at', 'told'])
		.where('referralId', '=', referralId)
		.orderBy('at')
		.execute();
	return rows.map(({ step, ...row }) => ({ ...row, step: step as SilenceStep }));
}
