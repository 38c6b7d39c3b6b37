import type { Reference } from 'fhir/r4';
import type { ExportedReferral } from './exported-referral.ts';

export const organisationReference = ({ id, name }: ExportedReferral['from']): Reference =>
	id === null ? { display: name } : { reference: `Organization/${id}`, display: name };

export const patientReference = ({ patientId }: ExportedReferral): Reference => ({
	reference: `Patient/${patientId}`,
});

/** FHIR instants keep their milliseconds and their zone. */
export const instant = (at: Date): string => at.toISOString();
