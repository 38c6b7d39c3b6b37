import { idIn, type ReceivedConsent } from './read-fhir.ts';

/** What an agreement that another organisation recorded is worth here, at an instant. */
export type ConsentWorth = 'holds' | 'not-active' | 'not-privacy' | 'denied' | 'ended' | 'nobody';

export function worthOf(consent: ReceivedConsent, at: Date): ConsentWorth {
	if (consent.status !== 'active') return 'not-active';
	if (!consent.scope?.coding?.some(({ code }) => code === 'patient-privacy')) return 'not-privacy';
	if (consent.provision?.type === 'deny') return 'denied';
	const end = endOf(consent);
	if (end && end <= at) return 'ended';
	return consent.organization.length > 0 ? 'holds' : 'nobody';
}

/** When it ends, as it says; undefined when it does not. A day ends when it is over. */
export function endOf({ provision }: ReceivedConsent): Date | undefined {
	const told = provision?.period?.end;
	if (!told) return undefined;
	const end = new Date(/^\d{4}-\d\d-\d\d$/.test(told) ? `${told}T23:59:59Z` : told);
	return Number.isNaN(end.getTime()) ? undefined : end;
}

/** The consents about one person, those that hold first. */
export const consentsOf = (
	consents: readonly ReceivedConsent[],
	patientId: string | undefined,
	at: Date,
): ReceivedConsent[] =>
	consents
		.filter(({ patient }) => patientId !== undefined && idIn(patient) === patientId)
		.toSorted((a, b) => Number(worthOf(b, at) === 'holds') - Number(worthOf(a, at) === 'holds'));
