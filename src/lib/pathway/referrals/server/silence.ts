import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { SilenceStep } from '../silence.ts';

/** Somebody who is told of a silence: under which hat, and where to write. */
export interface Told {
	readonly referralId: string;
	readonly hatId: string;
	readonly email: string;
}

/** One of those who answer for a silent organisation. */
interface Manager extends Told {
	readonly organisationId: string;
	/** The organisation has an address of its own, or its service has: mail reaches it without her. */
	readonly addressed: boolean;
}

/** Those who answer for the silent organisations: their providers. As the clock. */
export async function listManagers({ tx }: Act, referralIds: readonly string[]): Promise<Manager[]> {
	const { rows } = await sql<Manager>`
		select m.referral_id, m.organisation_id, m.hat_id, m.email, coalesce(s.email, o.email) is not null as addressed
		from silence_managers(${referralIds}::uuid[]) m join organisation o on o.id = m.organisation_id
			join referral r on r.id = m.referral_id left join service s on s.id = r.service_id`.execute(tx);
	return rows;
}

/** Whom one step is told by name: a reminder goes to the organisation's address, and to its managers without one. */
export async function listTold(act: Act, step: SilenceStep, referralIds: readonly string[]) {
	if (step === 'coordination') return listCoordinators(act, referralIds);
	const managers = await listManagers(act, referralIds);
	return step === 'managers' ? managers : managers.filter(({ addressed }) => !addressed);
}

/** Those who coordinate the smallest territory that has somebody. As the clock. */
async function listCoordinators({ tx }: Act, referralIds: readonly string[]): Promise<Told[]> {
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
