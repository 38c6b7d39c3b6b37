import { afterAll, expect, test } from 'vitest';
import { stopSharing } from '#lib/pathway/server/stop-sharing.ts';
import { appUrl } from '#lib/server/app-login.ts';
import { openPool } from '#lib/server/database.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { noon, world } from '#lib/testing/world.ts';

const here = await world();
const readers = openPool(appUrl(here.url), { max: 4 });
afterAll(() => readers.end());

const races = 50;
const loops = 4;
const readsOfLoop = 52;

test('once stopping is acknowledged no read succeeds: ten thousand reads around fifty stops', {
	timeout: 120_000,
}, async () => {
	const lila = await followed(here, 'Lila');
	const centre = await here.organisation('CCAS de Lens');
	const nour = await here.person('Nour Petit', 'worker', centre.id);
	// One round trip is one act, as the application does it: the reader's own transaction, under its own policies.
	const read = async (): Promise<boolean> => {
		const results: unknown = await readers.query(`
			begin; select set_config('role', 'passerelles_app', true), set_config('app.account', '${nour.actor.accountId}', true),
				set_config('app.hat', '${nour.actor.hat?.id}', true), set_config('app.at', '${noon.toISOString()}', true);
			select id from pathway where id = '${lila.pathwayId}'; commit`);
		return (results as { rowCount: number }[])[2]?.rowCount === 1;
	};
	const counts = { before: 0, succeeded: 0, after: 0, leaked: 0 };
	for (let race = 0; race < races; race++) {
		const id = await share(lila, centre.id, 3);
		let acknowledged = false;
		const loop = async () => {
			for (let turn = 0; turn < readsOfLoop; turn++) {
				const began = acknowledged;
				const succeeded = await read();
				counts[began ? 'after' : 'before']++;
				if (succeeded) counts[began ? 'leaked' : 'succeeded']++;
			}
		};
		const reading = Array.from({ length: loops }, loop);
		await lila.worker.act((act) => stopSharing(act, lila.personId, id, { way: 'phone' }));
		acknowledged = true;
		await Promise.all(reading);
	}
	expect(counts.before + counts.after).toBeGreaterThanOrEqual(10_000);
	expect(counts.succeeded).toBeGreaterThan(races);
	expect(counts.after).toBeGreaterThan(races);
	expect(counts.leaked).toBe(0);
});
