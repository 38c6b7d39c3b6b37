import { expect, test } from 'vitest';
import { exportedReferral } from '../../testing/exported-referral.ts';
import { type ReferralState, referralStates } from '../referrals/referral.ts';
import { taskOf } from './fhir-task.ts';
import { ReceivedTask } from './read-fhir.ts';
import { advanceOf, stateOf, wayTo } from './task-state.ts';

const received = (state: ReferralState) => ReceivedTask.parse(taskOf(exportedReferral({ state })));

test('what we write is read back as it was, for each state that leaves', () => {
	for (const state of referralStates.filter((one) => one !== 'awaiting-person'))
		expect(stateOf(received(state))).toBe(state);
});

test('from each state, what may follow moves; what may not is illegal; the same says nothing new', () => {
	for (const from of referralStates)
		expect(advanceOf(from, received(from)).kind).toBe(
			from.match(/draft|person$/) && from !== 'declined-by-person' ? 'illegal' : 'same',
		);
	expect(advanceOf('sent', received('accepted'))).toEqual({ kind: 'moves', to: 'accepted' });
	expect(advanceOf('sent', received('completed'))).toEqual({ kind: 'illegal', to: 'completed' });
	expect(advanceOf('completed', received('in-progress')).kind).toBe('illegal');
	const silent = ReceivedTask.parse({ resourceType: 'Task', status: 'rejected', intent: 'order' });
	expect(advanceOf('sent', silent)).toEqual({ kind: 'no-reason', to: 'refused' });
	expect(advanceOf('under-review', ReceivedTask.parse({ ...silent, status: 'requested' }))).toEqual({
		kind: 'same',
	});
});

test('the way to where a referral stands is the shortest that the machine allows', () => {
	expect(wayTo('sent', 'sent')).toEqual([]);
	expect(wayTo('sent', 'completed')).toEqual(['accepted', 'completed']);
	expect(wayTo('sent', 'waiting-list')).toEqual(['accepted', 'waiting-list']);
	expect(wayTo('completed', 'sent')).toBeUndefined();
	expect(wayTo('sent', 'draft')).toBeUndefined();
});
