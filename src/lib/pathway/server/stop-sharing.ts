import { sql } from 'kysely';
import type * as z from 'zod';
import {
	type Stopping,
	type StoppingPart,
	stopAgreement,
	stopAll,
	stopPart,
} from '#lib/person/server/stop-agreement.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';

/** She stops one agreement. @throws Refusal as `stopAgreement` */
export async function stopSharing(
	act: Act,
	personId: string,
	id: string,
	form: z.output<typeof Stopping>,
): Promise<void> {
	await stopAgreement(act, personId, id, form);
	await tellReferralsOfRevocation(act, id);
}

/** She stops a part of one. @returns what is left; @throws Refusal as `stopPart` */
export async function stopSharingPart(
	act: Act,
	personId: string,
	id: string,
	form: z.output<typeof StoppingPart>,
): Promise<string> {
	const left = await stopPart(act, personId, id, form);
	await tellReferralsOfRevocation(act, id);
	return left;
}

/** She stops everything. @returns how many agreements ended */
export async function stopSharingAll(
	act: Act,
	personId: string,
	form: z.output<typeof Stopping>,
): Promise<number> {
	const stopped = await stopAll(act, personId, form);
	for (const id of stopped) await tellReferralsOfRevocation(act, id);
	return stopped.length;
}

/**
 * Writes in each open referral sent under an agreement stopped in this act that it was: its recipient reads that, and
 * nothing else of the person any more. A mail without content says to open it.
 * @returns the referrals told
 */
export async function tellReferralsOfRevocation(act: Act, agreementId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from tell_of_stopping(${agreementId}::uuid, ${translate('agreements.told-stopped')}) as id`.execute(
		act.tx,
	);
	for (const { id } of rows)
		await enqueue(act, 'announce-referral', { referralId: id, moment: 'agreement-stopped' });
	return rows.map(({ id }) => id);
}
