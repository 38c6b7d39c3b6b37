import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { newDeparture } from '../departure.ts';
import { listDepartures } from './departures.ts';
import { forgetDeparture } from './forget-departure.ts';
import { tellDeparture } from './tell-departure.ts';

const { organisation, person, stranger } = await world();
const mission = await organisation('Mission locale');
const awa = await person('Awa Diallo', 'worker', mission.id);
const karim = await person('Karim Petit', 'worker', mission.id);
const elsewhere = await person('Nour Sand', 'worker', (await organisation('Les Genêts')).id);
const notYours = { status: 404 };

test('a departure is told, moved, and forgotten, by colleagues alone', async () => {
	const leaver = karim.actor.hat?.id ?? '';
	await awa.act((act) => tellDeparture(act, { leaver, leavesOn: '2026-12-10' }));
	await karim.act((act) => tellDeparture(act, { leaver, leavesOn: '2026-12-20' }));
	expect(await awa.act(listDepartures)).toEqual([
		{ hatId: leaver, name: 'Karim Petit', leavesOn: '2026-12-20' },
	]);
	for (const who of [elsewhere.act, stranger]) {
		expect(await who(listDepartures)).toEqual([]);
		await expect(who((act) => forgetDeparture(act, { departure: leaver }))).rejects.toMatchObject(notYours);
	}
	await expect(
		elsewhere.act((act) => tellDeparture(act, { leaver, leavesOn: '2026-12-10' })),
	).rejects.toMatchObject(notYours);
	await awa.act((act) => forgetDeparture(act, { departure: leaver }));
	expect(await awa.act(listDepartures)).toEqual([]);
	await expect(awa.act((act) => forgetDeparture(act, { departure: leaver }))).rejects.toMatchObject(notYours);
});

test('a day past, or years away, is refused with a sentence', () => {
	const why = (leavesOn: string) =>
		newDeparture('2026-11-23').safeParse({ leaver: crypto.randomUUID(), leavesOn }).error?.issues[0]?.message;
	expect([why('2026-11-22'), why('2028-01-01'), why('demain'), why('2026-11-23')]).toEqual([
		'today.departure-day-far',
		'today.departure-day-far',
		'today.absence-day-missing',
		undefined,
	]);
});
