import type { Annotation, CodeableConcept, Procedure, Task } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';
import { businessStatusOf, type TaskStatus, taskStatusOf } from '../referrals/task-status.ts';
import type { ExportedReferral } from './exported-referral.ts';
import { concept, systems } from './fhir-codes.ts';
import { contactWords } from './fhir-contact.ts';
import { instant, organisationReference, patientReference } from './fhir-references.ts';

/** The follow-up of a referral, as TaskForReferralManagement of Gravity SDOH Clinical Care 3.0.0 is shaped. */
export function taskOf(referral: ExportedReferral): Task {
	const { id, parentId, state, to } = referral;
	const business = businessStatusOf(state);
	const reason = statusReasonOf(referral);
	return {
		resourceType: 'Task',
		id,
		meta: { lastUpdated: instant(referral.stateSince) },
		...(state === 'completed' && { contained: [procedureOf(referral)] }),
		identifier: [{ system: systems.referral, value: id }],
		...(parentId && { partOf: [{ reference: `Task/${parentId}` }] }),
		status: taskStatusOf(state),
		...(reason && { statusReason: reason }),
		...(business && {
			businessStatus: concept(systems.businessStatus, business, translate(`referral.state-${state}`)),
		}),
		intent: 'order',
		priority: referral.urgent ? 'urgent' : 'routine',
		code: concept(systems.task, 'fulfill', 'Fulfill the focal request'),
		focus: { reference: `ServiceRequest/${id}` },
		for: patientReference(referral),
		authoredOn: instant(referral.sentAt ?? referral.madeAt),
		lastModified: instant(referral.stateSince),
		requester: organisationReference(referral.from),
		...(to && { owner: organisationReference(to) }),
		...notesOf(referral),
		...(state === 'completed' && {
			output: [
				{
					type: concept(systems.gravity, 'resulting-activity', 'Resulting Activity'),
					valueReference: { reference: '#outcome' },
				},
			],
		}),
	};
}

const owesReason: readonly TaskStatus[] = ['rejected', 'cancelled', 'on-hold', 'failed'];

/** Why it stands where it stands: what was said, else the reason given, else the state in words; never nothing. */
function statusReasonOf({ state, reasonCode, words }: ExportedReferral): CodeableConcept | undefined {
	if (!owesReason.includes(taskStatusOf(state))) return undefined;
	const label = reasonCode && translate(`referral.reason-${reasonCode}`);
	// What she said when she declined is hers: the file says that she did, and no more.
	const said = state === 'declined-by-person' ? null : words;
	return {
		...(reasonCode && label && { coding: [{ system: systems.reason, code: reasonCode, display: label }] }),
		text: said || label || translate(`referral.state-${state}`),
	};
}

function notesOf(referral: ExportedReferral): { note?: Annotation[] } {
	const notes = [
		contactWords(referral),
		referral.underLaw ? translate('exchange.under-law') : undefined,
	].flatMap((text) => (text ? [{ text }] : []));
	return notes.length > 0 ? { note: notes } : {};
}

/** What was done: the activity that a completed referral ended in, kept inside it. */
const procedureOf = (referral: ExportedReferral): Procedure => ({
	resourceType: 'Procedure',
	id: 'outcome',
	basedOn: [{ reference: `ServiceRequest/${referral.id}` }],
	status: 'completed',
	code: { text: referral.outcome ?? translate('exchange.outcome-untold') },
	subject: patientReference(referral),
	performedDateTime: instant(referral.endedAt ?? referral.stateSince),
});
