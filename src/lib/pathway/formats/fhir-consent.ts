import type { Consent } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';
import type { ExportedReferral } from './exported-referral.ts';
import { ourBase } from './fhir-codes.ts';
import { instant, organisationReference, patientReference } from './fhir-references.ts';

/** What she agreed to, until when, and how she said so; null when the referral stands on a ground of the law. */
export function consentOf(referral: ExportedReferral): Consent | null {
	const { agreement, from, to } = referral;
	if (!agreement) return null;
	const proof = proofWords(agreement.proof);
	return {
		resourceType: 'Consent',
		id: agreement.id,
		status: 'active',
		scope: {
			coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
		},
		category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IDSCL' }] }],
		patient: patientReference(referral),
		dateTime: instant(agreement.recordedAt),
		organization: [organisationReference(from)],
		sourceAttachment: { language: 'fr', title: proof, creation: instant(agreement.recordedAt) },
		policy: [{ uri: `${ourBase}/Policy/agreement` }],
		provision: {
			type: 'permit',
			period: { start: instant(agreement.startsAt), end: instant(agreement.endsAt) },
			...(to && {
				actor: [
					{
						role: {
							coding: [
								{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' },
							],
						},
						reference: organisationReference(to),
					},
				],
			}),
		},
	};
}

const proofWords = (proof: string): string =>
	({
		signed: translate('agreements.proof.signed'),
		oral: translate('agreements.proof.oral'),
		click: translate('agreements.proof.click'),
		helper: translate('agreements.proof.helper'),
		code: translate('agreements.proof.code'),
	})[proof] ?? translate('exchange.proof-received');
