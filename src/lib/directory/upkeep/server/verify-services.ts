import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { rhythms } from '../review.ts';
import { dayInParis } from './due-services.ts';

export const Verified = z.object({
	organisation: z.uuid('upkeep.organisation-unknown'),
	/** One service; without it, all that the organisation offers. */
	service: z.uuid('upkeep.answer-unknown').optional(),
});

/**
 * Somebody who knows says that it is still exact: a steward who telephoned, or the organisation's own people.
 * @throws Refusal 404 when no such service is the actor's to say
 */
export async function verifyServices(
	act: Act,
	{ organisation, service }: z.infer<typeof Verified>,
): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		update service set verified_on = ${dayInParis(act.at)}::date from listed_service l
		where service.id = l.id and l.organisation_id = ${organisation}::uuid
			and (${service ?? null}::uuid is null or l.id = ${service ?? null}::uuid)
		returning service.id`.execute(act.tx);
	if (rows.length === 0) throw new Refusal(404, 'upkeep.organisation-unknown');
	await record(act, 'directory.verified', organisation, { services: rows.map(({ id }) => id), by: 'person' });
}

export const NewRhythm = z.object({
	service: z.uuid('upkeep.answer-unknown'),
	months: z.coerce
		.number()
		.refine((months) => (rhythms as readonly number[]).includes(months), 'upkeep.rhythm-unknown'),
});

/**
 * Chooses how often a service asks to be looked at again.
 * @throws Refusal 404 when it is not the actor's to choose
 */
export async function changeRhythm(act: Act, { service, months }: z.infer<typeof NewRhythm>): Promise<void> {
	const changed = await act.tx
		.updateTable('service')
		.set({ reviewMonths: months })
		.where('id', '=', service)
		.returning('id')
		.executeTakeFirst();
	if (!changed) throw new Refusal(404, 'upkeep.answer-unknown');
	await record(act, 'directory.changed', service, {
		kind: 'service',
		fields: ['reviewMonths'],
		reason: 'rhythm',
	});
}
