import type { ContactPoint, Extension, Patient } from 'fhir/r4';
import { translate } from '#lib/texts/translator.ts';
import { type ExportedReferral, fieldOf } from './exported-referral.ts';
import { systems } from './fhir-codes.ts';

/** The person, by the fields that she let go and no other; without her name, she is somebody. */
export function patientOf(referral: ExportedReferral): Patient {
	const told = (name: Parameters<typeof fieldOf>[1]) => fieldOf(referral, name);
	const extension = extensionsOf(told);
	const telecom = telecomOf(told);
	const [commune, language, birthYear] = [told('commune'), told('language'), told('birth-year')];
	return {
		resourceType: 'Patient',
		id: referral.patientId,
		...(extension.length > 0 && { extension }),
		name: [
			told('name')
				? { use: 'usual', text: told('name')! }
				: { use: 'anonymous', text: translate('exchange.pseudonym') },
		],
		...(telecom.length > 0 && { telecom }),
		// A year is a whole date in FHIR; nothing finer is ever known.
		...(birthYear && { birthDate: birthYear }),
		...(commune && { address: [{ use: 'home', city: commune, country: 'FR' }] }),
		...(language && {
			communication: [
				{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true },
			],
		}),
	};
}

type Told = (name: Parameters<typeof fieldOf>[1]) => string | undefined;

const telecomOf = (told: Told): ContactPoint[] =>
	(['phone', 'email'] as const).flatMap((system) => {
		const value = told(system);
		return value ? [{ system, value }] : [];
	});

/** What keeps her safe, for which the standard has no place. */
function extensionsOf(told: Told): Extension[] {
	const [rule, safe] = [told('contact-rule'), told('safe-contact')];
	return [
		...(rule ? [{ url: systems.contactRule, valueCode: rule }] : []),
		...(safe ? [{ url: systems.safeContact, valueString: safe }] : []),
		...(told('interpreter') ? [{ url: interpreterRequired, valueBoolean: true }] : []),
	];
}

const interpreterRequired = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
