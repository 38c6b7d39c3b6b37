import { sql } from 'kysely';
import * as z from 'zod';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { emergencyLasts, emergencyReasons } from '../emergency.ts';
import { logAccess } from './access-log.ts';
import { openEmergencyOf, personInDanger } from './emergencies.ts';
import { organisationOf } from './people.ts';

export const NewEmergency = z.object({
	reason: z.enum(emergencyReasons, 'agreements.reason-missing'),
	explanation: z
		.string()
		.trim()
		.min(10, 'agreements.explanation-short')
		.max(1000, 'agreements.explanation-long'),
});
type NewEmergency = z.output<typeof NewEmergency>;

/**
 * Opens a protected file for three hours: identity, request, steps and appointments, to the actor alone. It is written
 * in the read log, told to the lead worker and to whoever watches over personal data in the same act; there is no way to open one without.
 * @throws Refusal 409 while the actor holds another; 404, kept, when none may be opened on this pathway
 */
export async function openEmergency(act: Act, pathwayId: string, form: NewEmergency): Promise<void> {
	await oneAtATime(act);
	const personId = await personInDanger(act, pathwayId);
	if (!personId) throw new NotYours('emergency.open', pathwayId);
	const id = await insert(act, personId, form);
	await record(act, 'person.emergency-opened', personId, { reason: form.reason });
	await logAccess(act, personId, 'break-glass');
	await tellLead(act, pathwayId);
	await enqueue(act, 'tell-data-protection', { about: 'opened', references: [id] });
}

/** Two clicks at once wait for each other: the second finds the first one's. */
async function oneAtATime(act: Act): Promise<void> {
	const key = `emergency ${act.actor.hat?.id}`;
	await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(act.tx);
	if (await openEmergencyOf(act)) throw new Refusal(409, 'agreements.emergency-one');
}

/** @returns its reference */
async function insert({ tx, actor, at }: Act, personId: string, { reason, explanation }: NewEmergency) {
	const id = crypto.randomUUID();
	await tx
		.insertInto('breakGlass')
		.values({
			...{ id, personId, reason, explanation },
			accountId: actor.accountId ?? '',
			hatId: actor.hat?.id ?? '',
			organisationId: organisationOf(actor),
			workerName: tx
				.selectFrom('account')
				.select('name')
				.where('id', '=', actor.accountId ?? ''),
			openedAt: at,
			endsAt: new Date(at.getTime() + emergencyLasts),
		})
		.execute();
	return id;
}

async function tellLead(act: Act, pathwayId: string): Promise<void> {
	const { leadHatId } = await act.tx
		.selectFrom('pathway')
		.select('leadHatId')
		.where('id', '=', pathwayId)
		.executeTakeFirstOrThrow();
	await enqueue(act, 'tell-lead-worker', { hatId: leadHatId, about: 'emergency', pathwayIds: [pathwayId] });
}
