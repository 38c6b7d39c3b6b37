import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { type Agreement, endOf, textVersion } from '../agreement.ts';
import type { AgreementForm } from '../agreement-form.ts';
import { findAgreement } from './agreements.ts';
import { refuseUnlessLead } from './lead.ts';
import { nameRecipient } from './name-recipient.ts';
import { organisationOf } from './people.ts';
import { refuseSubjectAlone } from './refuse-subject-alone.ts';

/**
 * Records what a person agreed that a named organisation reads. Recording twice what was checked once records once.
 * @returns the agreement's id
 * @throws Refusal 404 for whoever does not lead; 422 when the organisation cannot be named, or reads nothing yet of what a
 * sensitive subject completes
 */
export async function recordAgreement(act: Act, personId: string, form: AgreementForm): Promise<string> {
	await refuseUnlessLead(act, personId, 'agreement.record');
	await nameRecipient(act, form.organisation);
	await refuseSubjectAlone(act, personId, form);
	const id = form.id ?? crypto.randomUUID();
	if (!(await insert(act, personId, id, form))) return (await findAgreement(act, personId, id)).id;
	await record(act, 'agreement.recorded', personId, { level: form.level, way: 'invitation' });
	return id;
}

async function insert(
	{ tx, actor, at }: Act,
	personId: string,
	id: string,
	form: AgreementForm & Pick<Agreement, 'level'>,
): Promise<boolean> {
	const { organisation, team, level, domains, purpose, proof, witness, language, until } = form;
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('agreement')
		.values({
			...{ id, personId, team, level, domains, purpose, proof, language, textVersion },
			witness,
			organisationId: organisation,
			startsAt: at,
			endsAt: endOf(until, at),
			way: 'invitation',
			recordedBy: organisationOf(actor),
			recordedByHat: actor.hat?.id ?? null,
			recordedAt: at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
