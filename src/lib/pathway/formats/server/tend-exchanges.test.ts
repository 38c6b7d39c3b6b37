import { expect, test } from 'vitest';
import { actAs } from '#lib/server/act.ts';
import { noon, world } from '../../../testing/world.ts';
import { keepExchange, listExchanges } from './exchanges.ts';
import { importAgain, importFhir } from './import-fhir.ts';
import { tendExchanges } from './tend-exchanges.ts';

const { db, organisation, person } = await world();
const plie = await organisation('PLIE de l’Artois');
const awa = await person('Awa Diallo', 'worker', plie.id);
const brought = { body: '{"resourceType":"Basic","id":"a"}', source: '', knownAs: [], apiKeyId: null };
const after = (hours: number) => () => new Date(noon.getTime() + hours * 3_600_000);
const tend = (hours: number) => tendExchanges({ db, actor: awa.actor, now: after(hours) });
const stateOf = async (wanted: string) =>
	(await awa.act((act) => listExchanges(act))).find(({ id }) => id === wanted)?.state;

test('what was received and never concluded is said lost after an hour, and is played again', async () => {
	const id = await awa.act((act) => keepExchange(act, brought));
	await tend(0.9);
	expect(await stateOf(id)).toBe('received');
	await tend(1.1);
	expect(await stateOf(id)).toBe('lost');
	expect((await importAgain(awa.act, id)).items).toMatchObject([{ became: 'kept' }]);
	expect(await stateOf(id)).toBe('done');
});

test('its words are forgotten after ninety days; what became of it stays', async () => {
	const { exchangeId } = await importFhir(awa.act, brought);
	await tend(89 * 24);
	expect((await importAgain(awa.act, exchangeId)).items).toHaveLength(1);
	await tend(91 * 24);
	await expect(importAgain(actAs(db, awa.actor, after(91 * 24)), exchangeId)).rejects.toMatchObject({
		status: 409,
	});
	expect(await stateOf(exchangeId)).toBe('done');
});
