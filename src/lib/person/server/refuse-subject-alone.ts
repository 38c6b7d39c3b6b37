import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { holds } from '../agreement.ts';
import type { AgreementForm } from '../agreement-form.ts';
import { listAgreements } from './agreements.ts';

/**
 * A sensitive subject completes what is shared: alone, it would open no page. No other agreement contains it, and it
 * contains no other (reference: agreement model, level 5).
 * @throws Refusal 422 while that organisation does not read the steps
 */
export async function refuseSubjectAlone(act: Act, personId: string, form: AgreementForm): Promise<void> {
	if (form.level !== 5) return;
	const reads = (await listAgreements(act, personId)).some(
		(other) =>
			other.organisationId === form.organisation &&
			(other.level === 3 || other.level === 4) &&
			other.way !== 'referral' &&
			holds(other, act.at),
	);
	if (!reads) throw new Refusal(422, 'agreements.subject-alone');
}
