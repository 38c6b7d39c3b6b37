import * as z from 'zod';
import { dropDraft } from '#lib/pathway/server/drafts.ts';
import { personOf } from '#lib/pathway/server/pathways.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { mayTell, Once, told } from '#lib/pathway/typed.ts';
import { domains } from '#lib/person/domain.ts';
import { findPerson } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { alwaysSent, type FieldName, fieldNames } from '../referral.ts';
import { refuseOpenTwin } from './open-twin.ts';
import { findRecipient } from './recipient.ts';
import { referralDraft } from './referral-draft.ts';
import { insertFields, insertReferral } from './referrals.ts';

const long = 'referral.words-long';

/** Why, for whom, and which of her data: nothing is ticked beforehand. */
export const NewReferral = z.object({
	/** The same form sent twice drafts one referral. */
	id: Once.optional(),
	serviceId: z
		.union([z.uuid('referral.recipient-missing'), z.literal('')])
		.optional()
		.transform((id) => id || null),
	organisationIds: z
		.array(z.uuid('referral.recipient-missing'))
		.max(20, 'referral.recipients-many')
		.default([]),
	domain: z.enum(domains, 'referral.domain-missing'),
	topic: mayTell(120, long),
	need: told(2000, 'referral.need-missing', long),
	constraints: mayTell(2000, long),
	expectation: mayTell(2000, long),
	urgent: z.literal('yes').optional(),
	fields: z.array(z.enum(fieldNames, 'problem.field-invalid')).default([]),
	steps: mayTell(5000, long),
	appointments: mayTell(5000, long),
	assessment: mayTell(5000, long),
	sensitive: mayTell(5000, long),
	parentId: z.uuid().optional(),
	goalId: z.uuid().optional(),
});
export type NewReferral = z.infer<typeof NewReferral>;

/** Drafts a referral to a service, to an organisation, or as an open call to several. Nothing leaves. @returns its id */
export async function draftReferral(act: Act, pathwayId: string, draft: NewReferral): Promise<string> {
	const personId = await personOf(act, pathwayId);
	const recipient = await findRecipient(act, draft);
	if (recipient.organisationIds.includes(act.actor.hat?.organisationId ?? ''))
		throw new Refusal(422, 'referral.to-oneself');
	if (!draft.parentId) await refuseOpenTwin(act, pathwayId, recipient.organisationIds, draft.domain);
	const person = await findPerson(act, personId);
	const openCall = recipient.organisationIds.length > 1;
	await dropDraft(act, referralDraft(pathwayId));
	if (draft.id && (await isDrafted(act, draft.id))) return draft.id;
	const id = await insertReferral(act, await nameOfActor(act), {
		id: draft.id,
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

const isDrafted = async ({ tx }: Act, id: string): Promise<boolean> =>
	Boolean(await tx.selectFrom('referral').select('id').where('id', '=', id).executeTakeFirst());
