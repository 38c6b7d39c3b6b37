import { Fhir } from 'fhir/fhir.js';
import type { Bundle, FhirResource, Patient, ServiceRequest, Task } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { exportedReferral } from '../../testing/exported-referral.ts';
import { type ReferralState, referralStates } from '../referrals/referral.ts';
import { taskStatusOf } from '../referrals/task-status.ts';
import { capabilityOf } from './capability.ts';
import type { ExportedReferral } from './exported-referral.ts';
import { bundleOf } from './fhir.ts';

const validator = new Fhir();
const base = 'https://passerelles.test/api/fhir';
const faultsOf = (resource: FhirResource) => {
	const { messages } = validator.validate(resource, { errorOnUnexpected: true });
	return messages.filter(
		({ severity }: { severity?: string }) => severity === 'error' || severity === 'fatal',
	);
};
const exported = (more: Partial<ExportedReferral> = {}): Bundle => bundleOf(exportedReferral(more), base);
const all = ({ entry = [] }: Bundle): FhirResource[] => entry.flatMap(({ resource }) => resource ?? []);
const taskIn = (bundle: Bundle) => all(bundle).find((one): one is Task => one.resourceType === 'Task')!;
const requestIn = (bundle: Bundle) =>
	all(bundle).find((one): one is ServiceRequest => one.resourceType === 'ServiceRequest')!;
const patientIn = (bundle: Bundle) =>
	all(bundle).find((one): one is Patient => one.resourceType === 'Patient')!;

const leaving = referralStates.filter((state) => state !== 'draft' && state !== 'awaiting-person');

describe.each(leaving)('a referral that is %s', (state: ReferralState) => {
	const bundle = exported({ state });

	test('is valid FHIR R4, each of its resources too', () => {
		expect(faultsOf(bundle)).toEqual([]);
		for (const resource of all(bundle)) expect(faultsOf(resource)).toEqual([]);
	});

	test('carries what a TaskForReferralManagement must', () => {
		const task = taskIn(bundle);
		expect(task).toMatchObject({
			status: taskStatusOf(state),
			intent: 'order',
			code: { coding: [{ code: 'fulfill' }] },
			focus: { reference: `ServiceRequest/${requestIn(bundle).id}` },
			for: { reference: `Patient/${patientIn(bundle).id}` },
			requester: { reference: expect.stringMatching(/^Organization\//) },
			authoredOn: '2026-11-23T11:00:00.000Z',
		});
		const owes = ['rejected', 'cancelled', 'on-hold', 'failed'].includes(task.status);
		expect(Boolean(task.statusReason?.text)).toBe(owes);
		expect(Boolean(task.output)).toBe(state === 'completed');
	});
});

test('the validator sees faults', () => {
	const { status: _, ...lame } = taskIn(exported());
	expect(faultsOf(lame as Task)).not.toEqual([]);
	expect(faultsOf({ ...taskIn(exported()), status: 'sent' } as unknown as Task)).not.toEqual([]);
});

test('a draft never leaves, nor what was dropped before it was sent', () => {
	expect(() => exported({ state: 'draft', sentAt: null })).toThrow(RangeError);
	expect(() => exported({ state: 'awaiting-person', sentAt: null })).toThrow(RangeError);
	expect(() => exported({ state: 'withdrawn', sentAt: null })).toThrow(RangeError);
});

test('what she struck is nowhere in the file; without her name she is somebody', () => {
	const bundle = exported({ fields: [{ name: 'need', value: 'Passer le permis' }] });
	expect(patientIn(bundle).name).toEqual([{ use: 'anonymous', text: 'Personne accompagnée' }]);
	for (const word of ['Lila', '06 00 00 00 01', '1990', '62498', 'Le matin'])
		expect(JSON.stringify(bundle)).not.toContain(word);
});

test('how she may be contacted travels with the person, the request and its follow-up', () => {
	const bundle = exported();
	for (const resource of [patientIn(bundle), requestIn(bundle), taskIn(bundle)])
		expect(JSON.stringify(resource)).toContain('Le matin, sans laisser de message');
	const fields = [{ name: 'contact-rule', value: 'never' }] as const;
	expect(requestIn(exported({ fields })).orderDetail?.[0]?.coding?.[0]?.code).toBe(
		'contacting-subject-prohibited',
	);
});

test('what takes another up is its part, and a filler’s order', () => {
	const parentId = '3f0c9a52-5f0e-4d86-9a9d-0a8f0c5c1a09';
	const bundle = exported({ parentId });
	expect(taskIn(bundle).partOf).toEqual([{ reference: `Task/${parentId}` }]);
	expect(requestIn(bundle)).toMatchObject({
		intent: 'filler-order',
		basedOn: [{ reference: `ServiceRequest/${parentId}` }],
	});
});

test('an open call has no owner; a ground of the law is no consent', () => {
	const bundle = exported({ to: null, agreement: null, underLaw: true });
	expect(taskIn(bundle).owner).toBeUndefined();
	expect(all(bundle).some(({ resourceType }) => resourceType === 'Consent')).toBe(false);
	expect(faultsOf(bundle)).toEqual([]);
	expect(JSON.stringify(taskIn(bundle).note)).toContain('sans accord');
});

test('what she said when she declined is hers', () => {
	const bundle = exported({ state: 'declined-by-person', words: 'J’ai peur d’y aller' });
	expect(taskIn(bundle).statusReason?.text).toBe('La personne ne souhaite plus');
});

test('the door says what it does in valid FHIR', () => {
	expect(faultsOf(capabilityOf(base, '2026-11-23'))).toEqual([]);
});
