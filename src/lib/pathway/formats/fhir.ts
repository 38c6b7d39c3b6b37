import type { Bundle, FhirResource, Organization } from 'fhir/r4';
import type { ReferralState } from '../referrals/referral.ts';
import type { ExportedReferral } from './exported-referral.ts';
import { systems } from './fhir-codes.ts';
import { consentOf } from './fhir-consent.ts';
import { patientOf } from './fhir-patient.ts';
import { instant } from './fhir-references.ts';
import { serviceRequestOf } from './fhir-service-request.ts';
import { taskOf } from './fhir-task.ts';

/** A draft never leaves, nor one that was dropped before it was sent. */
export const isExported = ({ state, sentAt }: { state: ReferralState; sentAt: Date | null }): boolean =>
	state !== 'draft' && state !== 'awaiting-person' && sentAt !== null;

/**
 * A referral as a FHIR R4 collection, shaped on Gravity SDOH Clinical Care 3.0.0: same Task graph and statuses.
 * @param base where the resources answer, without a final slash
 */
export function bundleOf(referral: ExportedReferral, base: string): Bundle {
	return {
		resourceType: 'Bundle',
		type: 'collection',
		timestamp: instant(referral.stateSince),
		entry: resourcesOf(referral).map((resource) => ({
			fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
			resource,
		})),
	};
}

/** The follow-up, then what it refers to. @throws RangeError for a draft */
export function resourcesOf(referral: ExportedReferral): FhirResource[] {
	if (!isExported(referral)) throw new RangeError('a draft is never exported');
	const consent = consentOf(referral);
	return [
		taskOf(referral),
		serviceRequestOf(referral),
		patientOf(referral),
		...[referral.from, referral.to].flatMap((one) => (one?.id ? [organizationOf(one.id, one.name)] : [])),
		...(consent ? [consent] : []),
	];
}

export const organizationOf = (id: string, name: string): Organization => ({
	resourceType: 'Organization',
	id,
	identifier: [{ system: systems.organisation, value: id }],
	active: true,
	name,
});
