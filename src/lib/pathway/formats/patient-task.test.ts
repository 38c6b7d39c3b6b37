import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '../../testing/shared-data.ts';
import { notHers } from './patient-task.ts';

const task = {
	resourceType: 'Task',
	id: 'a',
	status: 'ready',
	description: 'Préférez-vous…',
	owner: { reference: 'Patient/1' },
};

test('her application says how it stands, why, and what came of it', () => {
	expect(notHers(task, { ...task, status: 'completed', output: [{ valueString: 'Oui' }] })).toBeNull();
	expect(notHers(task, { ...task, status: 'cancelled', statusReason: { text: 'Non' } })).toBeNull();
	expect(notHers(task, task)).toBeNull();
});

test('nothing else of it is hers to change, nor to take away', () => {
	const { description: _, ...without } = task;
	expect(notHers(task, { ...task, owner: { reference: 'Patient/2' } })).toEqual({ fields: ['owner'] });
	expect(notHers(task, without)).toEqual({ fields: ['description'] });
	expect(notHers(task, { ...task, priority: 'urgent' })).toEqual({ fields: ['priority'] });
});

testOnSharedData('every status pair follows Gravity’s patient Task graph', () => {
	const { patientTask } = JSON.parse(readFileSync(sharedData('gravity-3.0.0/task-transitions.json'), 'utf8'));
	const { transitions, setBy, patientAppMayModifyOnly } = patientTask;
	expect(patientAppMayModifyOnly).toEqual(['status', 'statusReason', 'output']);
	const statuses = Object.keys(setBy);
	for (const from of statuses)
		for (const to of statuses) {
			const hers = from === to || (transitions[from] ?? []).includes(to);
			expect(notHers({ ...task, status: from }, { ...task, status: to }) === null).toBe(hers);
		}
});
