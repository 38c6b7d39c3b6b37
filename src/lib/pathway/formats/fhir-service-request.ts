import type { ServiceRequest } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';
import { type TaskStatus, taskStatusOf } from '../referrals/task-status.ts';
import { type ExportedReferral, fieldOf } from './exported-referral.ts';
import { categoryOf, concept, systems } from './fhir-codes.ts';
import { contactWords } from './fhir-contact.ts';
import { instant, organisationReference, patientReference } from './fhir-references.ts';

/** What is asked; of a referral that takes another up, it is the filler's order, based on the first (SDOHCC ServiceRequest). */
export function serviceRequestOf(referral: ExportedReferral): ServiceRequest {
	const { id, domain, parentId, state, to, topic } = referral;
	const need = fieldOf(referral, 'need');
	const category = categoryOf(domain);
	const label = category.coding?.[0]?.display ?? domain;
	return {
		resourceType: 'ServiceRequest',
		id,
		meta: { lastUpdated: instant(referral.stateSince) },
		identifier: [{ system: systems.referral, value: id }],
		...(parentId && { basedOn: [{ reference: `ServiceRequest/${parentId}` }] }),
		status: requestStatuses[taskStatusOf(state)],
		intent: parentId ? 'filler-order' : 'order',
		category: [category],
		priority: referral.urgent ? 'urgent' : 'routine',
		code: {
			...(topic && { coding: [{ system: systems.topic, code: topic }] }),
			text: need ?? label,
		},
		...orderDetailOf(referral),
		subject: patientReference(referral),
		authoredOn: instant(referral.sentAt ?? referral.madeAt),
		requester: organisationReference(referral.from),
		...(to && { performer: [organisationReference(to)] }),
		...notesOf(referral),
	};
}

const requestStatuses = {
	draft: 'draft',
	requested: 'active',
	accepted: 'active',
	'in-progress': 'active',
	'on-hold': 'on-hold',
	rejected: 'revoked',
	cancelled: 'revoked',
	failed: 'revoked',
	completed: 'completed',
	'entered-in-error': 'entered-in-error',
} as const satisfies Record<TaskStatus, ServiceRequest['status']>;

/** Gravity's own code for somebody who must not be contacted. */
const orderDetailOf = (referral: ExportedReferral) =>
	fieldOf(referral, 'contact-rule') === 'never'
		? {
				orderDetail: [
					concept(systems.gravity, 'contacting-subject-prohibited', 'Contacting Subject Prohibited'),
				],
			}
		: {};

/** The fields that are words, as she let them go; what tells who she is stands in Patient. */
const told = ['constraints', 'expectation', 'steps', 'appointments', 'assessment', 'sensitive'] as const;

function notesOf(referral: ExportedReferral): Pick<ServiceRequest, 'note'> {
	const contact = contactWords(referral);
	const notes = told.flatMap((name) => {
		const value = fieldOf(referral, name);
		return value ? [{ text: `${translate(`referral.field-${name}`)} : ${value}` }] : [];
	});
	const all = [...(contact ? [{ text: contact }] : []), ...notes];
	return all.length > 0 ? { note: all } : {};
}
