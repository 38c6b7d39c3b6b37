import { beforeAll, expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { openDay } from './day-page.ts';

const here = await world();
const lina = await followed(here, 'Lina');
const other = await followed(here, 'Solène');
const at = (days: number, { actor } = lina.worker) =>
	actAs(here.db, actor, () => new Date(noon.getTime() + days * 86_400_000));
const dayOfHer = (days = 0, worker = lina.worker) => at(days, worker)(openDay);
const look = (days: number) => findAllAlerts(here.db, () => new Date(noon.getTime() + days * 86_400_000));

beforeAll(async () => {
	await plannedStep(lina, { dueOn: '2026-12-01' });
});

test('nothing waits: a day says so', async () => {
	expect(await dayOfHer()).toMatchObject({ total: 0, answers: [], silences: [], repaired: [] });
});

test('an overdue step is a line of its person, with what to do', async () => {
	await look(17);
	const day = await dayOfHer(17);
	const step = day.silences.flatMap(({ alerts }) => alerts).find(({ id }) => id.startsWith('R16'));
	expect(step?.level).toBe('rupture');
	expect(step?.sentence).toContain('1er décembre');
	expect(step?.actions.map(({ form }) => form)).toEqual(['finish', 'postpone']);
	expect(day.silences[0]?.name).toBe('Lina');
	expect(await dayOfHer(17, other.worker)).toMatchObject({ silences: [] });
});
