import { expect, test } from 'vitest';
import { type StepRow, showStep } from './shown-step.ts';

const at = new Date('2026-11-23T11:00:00Z');
const awa = { voice: 'worker', hatId: 'awa', leads: true } as const;
const row = (over: Partial<StepRow> = {}): StepRow => ({
	id: 'step',
	version: 1,
	goalId: null,
	words: 'Appeler la crèche',
	state: 'planned',
	owner: 'worker',
	ownerHatId: 'awa',
	ownerName: 'Awa Diallo',
	dueOn: '2026-12-01',
	acceptedBy: 'oral',
	acceptedBefore: 'Nadia',
	acceptedAt: new Date('2026-11-20T11:00:00Z'),
	reason: null,
	reasonBy: null,
	reviewOn: null,
	endedAt: null,
	reopenedAt: null,
	...over,
});

test('a step says when, who, and before whom she agreed', () => {
	expect(showStep(row(), at, awa)).toMatchObject({
		late: false,
		when: 'Pour le 1er décembre 2026',
		who: 'Vous faites avancer',
		facts: ['Elle a dit oui devant Nadia, le 20 novembre 2026.'],
		mayTake: false,
	});
});

test('late is told on the day after, and never of a step set aside', () => {
	const late = (over: Partial<StepRow>) => showStep(row(over), at, null).late;
	expect([late({ dueOn: '2026-11-23' }), late({ dueOn: '2026-11-22' })]).toEqual([false, true]);
	expect(late({ dueOn: '2026-11-22', state: 'suspended', reviewOn: '2026-12-20' })).toBe(false);
});

test('each reader is offered the gestures that are hers, and no other', () => {
	const ways = (mover: Parameters<typeof showStep>[2]) =>
		showStep(row(), at, mover).ways.map(({ value }) => value);
	expect(ways(awa)).toEqual(['in-progress', 'done', 'missed', 'suspended', 'abandoned', 'replaced']);
	expect(ways({ ...awa, hatId: 'leo' })).toEqual(['suspended', 'abandoned', 'replaced']);
	expect(ways({ ...awa, hatId: 'nour', leads: false })).toEqual([]);
	expect(ways(null)).toEqual([]);
});

test('a finished step says so, and is taken up again within thirty days', () => {
	const done = row({ state: 'done', endedAt: new Date('2026-11-01T11:00:00Z') });
	expect(showStep(done, at, awa)).toMatchObject({
		open: false,
		when: 'Finie le 1er novembre 2026.',
		ways: [{ value: 'in-progress', label: 'Ce n’est pas fini, on reprend' }],
	});
	expect(showStep({ ...done, endedAt: new Date('2026-10-01T11:00:00Z') }, at, awa).ways).toEqual([]);
});
