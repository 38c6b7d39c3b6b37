import * as z from 'zod';
import { domains } from '#lib/person/domain.ts';
import { findPerson } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { alwaysSent, type FieldName, fieldNames } from '../referral.ts';
import { refuseOpenTwin } from './open-twin.ts';
import { findPathway } from './pathways.ts';
import { findRecipient } from './recipient.ts';
import { insertFields, insertReferral } from './referrals.ts';
import { nameOfActor } from './worker-name.ts';

const words = (most: number) =>
	z
		.string()
		.trim()
		.max(most, 'referral.words-long')
		.optional()
		.transform((text) => text || null);

/** Why, for whom, and which of her data: nothing is ticked beforehand. */
export const NewReferral = z.object({
	serviceId: z
		.union([z.uuid('referral.recipient-missing'), z.literal('')])
		.optional()
		.transform((id) => id || null),
	organisationIds: z
		.array(z.uuid('referral.recipient-missing'))
		.max(20, 'referral.recipients-many')
		.default([]),
	domain: z.enum(domains, 'referral.domain-missing'),
	topic: words(120),
	need: z.string().trim().min(1, 'referral.need-missing').max(2000, 'referral.words-long'),
	constraints: words(2000),
	expectation: words(2000),
	urgent: z.literal('yes').optional(),
	fields: z.array(z.enum(fieldNames, 'problem.field-invalid')).default([]),
	steps: words(5000),
	appointments: words(5000),
	assessment: words(5000),
	sensitive: words(5000),
	parentId: z.uuid().optional(),
	goalId: z.uuid().optional(),
});
export type NewReferral = z.infer<typeof NewReferral>;

/** Drafts a referral to a service, to an organisation, or as an open call to several. Nothing leaves. @returns its id */
export async function draftReferral(act: Act, pathwayId: string, draft: NewReferral): Promise<string> {
	const pathway = await findPathway(act, pathwayId);
	const recipient = await findRecipient(act, draft);
	if (recipient.organisationIds.includes(act.actor.hat?.organisationId ?? ''))
		throw new Refusal(422, 'referral.to-oneself');
	if (!draft.parentId) await refuseOpenTwin(act, pathwayId, recipient.organisationIds, draft.domain);
	const person = await findPerson(act, pathway.personId);
	const openCall = recipient.organisationIds.length > 1;
	const id = await insertReferral(act, await nameOfActor(act), {
		pathwayId,
		openCall,
		toOrganisationId: openCall ? null : (recipient.organisationIds[0] ?? null),
		serviceId: recipient.serviceId,
		goalId: draft.goalId ?? null,
		parentId: draft.parentId ?? null,
		domain: draft.domain,
		topic: draft.topic,
		urgent: draft.urgent === 'yes',
		department: recipient.department,
		communeCode: person.communeCode,
	});
	if (openCall)
		await act.tx
			.insertInto('referralCall')
			.values(recipient.organisationIds.map((organisationId) => ({ organisationId, referralId: id })))
			.execute();
	await insertFields(act, id, fieldsOf(person, draft));
	await record(act, 'referral.drafted', id, { domain: draft.domain });
	return id;
}

type Person = Awaited<ReturnType<typeof findPerson>>;

/** The chosen fields with their values of now; what is always sent goes with them. */
function fieldsOf(person: Person, draft: NewReferral): { name: FieldName; value: string }[] {
	const values: Readonly<Record<FieldName, string | null>> = {
		name: person.name,
		'contact-rule': person.contactRule,
		'safe-contact': person.safeContact,
		phone: person.phone,
		email: person.email,
		language: person.language,
		interpreter: person.interpreter ? 'yes' : null,
		'birth-year': person.birthYear === null ? null : String(person.birthYear),
		commune: person.communeCode,
		need: draft.need,
		constraints: draft.constraints,
		expectation: draft.expectation,
		steps: draft.steps,
		appointments: draft.appointments,
		assessment: draft.assessment,
		sensitive: draft.sensitive,
	};
	const written: readonly FieldName[] = ['constraints', 'expectation'];
	return fieldNames
		.filter((name) => draft.fields.includes(name) || alwaysSent.includes(name) || written.includes(name))
		.flatMap((name) => {
			const value = values[name];
			return value ? [{ name, value }] : [];
		});
}
