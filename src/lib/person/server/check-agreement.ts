import type { Act } from '#lib/server/act.ts';
import { holds } from '../agreement.ts';
import type { AgreementForm } from '../agreement-form.ts';
import { sayAgreement } from '../shown-agreement.ts';
import { listAgreements } from './agreements.ts';
import { refuseUnlessLead } from './lead.ts';
import { nameRecipient } from './name-recipient.ts';
import { refuseSubjectAlone } from './refuse-subject-alone.ts';

/**
 * What the person hears before she says yes; nothing is recorded.
 * @throws Refusal 404 for whoever does not lead; 422 as when it is recorded
 */
export async function checkAgreement(act: Act, personId: string, form: AgreementForm) {
	await refuseUnlessLead(act, personId, 'agreement.record');
	const organisation = await nameRecipient(act, form.organisation);
	await refuseSubjectAlone(act, personId, form);
	const known = (await listAgreements(act, personId)).some(
		(other) => other.organisationId === form.organisation && other.way !== 'referral' && holds(other, act.at),
	);
	return { sentences: sayAgreement({ ...form, organisation, way: 'invitation' }), known };
}
