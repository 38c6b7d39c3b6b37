import type { FieldName } from '../referrals/referral.ts';
import { systems } from './fhir-codes.ts';
import type { ReceivedPatient, ReceivedRequest, ReceivedTask } from './read-fhir.ts';

/** The name by which she is known there, as short as a name is here; undefined when none came. */
export function nameOf(patient: ReceivedPatient | undefined, task: ReceivedTask): string | undefined {
	const [name] = patient?.name ?? [];
	const told = name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
	return (told || task.for?.display)?.trim().slice(0, 80) || undefined;
}

/** Whether she may be contacted: our own word for it, else Gravity's code that forbids it. */
export function contactRuleOf(
	patient: ReceivedPatient | undefined,
	request: ReceivedRequest | undefined,
): 'free' | 'careful' | 'never' {
	const forbidden = request?.orderDetail.some(({ coding }) =>
		coding?.some(({ code }) => code === 'contacting-subject-prohibited'),
	);
	const told = patient?.extension.find(({ url }) => url === systems.contactRule)?.valueCode;
	if (forbidden || told === 'never') return 'never';
	return told === 'careful' || safeContactOf(patient) ? 'careful' : 'free';
}

export const safeContactOf = (patient: ReceivedPatient | undefined): string | undefined =>
	patient?.extension.find(({ url }) => url === systems.safeContact)?.valueString?.slice(0, 500);

/** What the referral says of her, by our own fields; what came and has no field stays in what came. */
export function fieldsIn(
	patient: ReceivedPatient | undefined,
	request: ReceivedRequest | undefined,
	told: { readonly name: string; readonly need: string },
): { name: FieldName; value: string }[] {
	const telecom = (system: string) => patient?.telecom.find((one) => one.system === system)?.value;
	const values: Partial<Record<FieldName, string | undefined>> = {
		name: told.name,
		'contact-rule': contactRuleOf(patient, request),
		'safe-contact': safeContactOf(patient),
		phone: telecom('phone'),
		email: telecom('email'),
		language: patient?.communication[0]?.language?.coding?.[0]?.code,
		'birth-year': /^\d{4}/.exec(patient?.birthDate ?? '')?.[0],
		need: told.need,
	};
	return Object.entries(values).flatMap(([name, value]) =>
		value ? [{ name: name as FieldName, value: value.slice(0, 5000) }] : [],
	);
}
