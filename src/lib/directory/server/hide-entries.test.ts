import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, lens, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { holdFields } from './held-fields.ts';
import { importDirectory } from './import-directory.ts';

const { operator, stranger, person } = await world();
await operator(loadReference);
const steward = await person('Odile', 'coordinator');
const provider = await person('Paul', 'provider');

const canary = { ...lens, address: '7 rue du Canari', addressMore: 'porte Canari' };
const stop = {
	name: 'Canari',
	address: 'place du Canari',
	communeCode: '62498',
	longitude: 2.8,
	latitude: 50.4,
	openingHours: null,
	dates: [],
};
const tell = (...entries: Parameters<typeof linesOf>) =>
	importDirectory(operator, 'dora', linesOf(...entries), { fileNames: ['essai.json'] });

/** Everything that the public tables hold, as a stranger reads it. */
const publicText = () =>
	stranger(async ({ tx }) => {
		const { rows } = await sql<{ text: string }>`
			select concat((select json_agg(o) from organisation o), (select json_agg(s) from service s), (select json_agg(p) from place p)) as text`.execute(
			tx,
		);
		return rows[0]!.text;
	});

test('a confidential place is not in the public tables, nor are its services’, stops or contacts', async () => {
	const secret = { place: canary, confidential: true, contactPrivate: true, phone: '0600Canari' };
	await tell(
		anOrganisation('refuge', secret),
		aService('nuit', 'refuge', {
			place: { ...canary, address: '9 rue du Canari' },
			contactName: 'Mme Publique',
		}),
		aService('tour', 'refuge', { stops: [stop], contactPrivate: true, contactName: 'M. Canari' }),
	);
	const seen = await publicText();
	expect(seen).not.toMatch(/rue du Canari|porte Canari|place du Canari|0600Canari|M\. Canari/);
	expect(seen).toMatch(/Mme Publique/); // her name is not said to be private
	expect(seen).toMatch(/Lens/);
	const kept = await steward.act(({ tx }) => tx.selectFrom('privateDetail').select('place').execute());
	expect(JSON.stringify(kept)).toMatch(/7 rue du Canari.*/);
	expect(await provider.act(({ tx }) => tx.selectFrom('privateDetail').selectAll().execute())).toEqual([]);
	expect(await stranger(({ tx }) => tx.selectFrom('privateDetail').selectAll().execute())).toEqual([]);
});

test('told again, it stays hidden, and changes nothing', async () => {
	const lines = [
		anOrganisation('abri', { place: canary, confidential: true }),
		aService('lit', 'abri'),
	] as const;
	await tell(...lines);
	const again = await tell(...lines);
	expect(again).toMatchObject({ unchanged: 2, changed: 0 });
	await tell(anOrganisation('abri', { name: 'Abri', place: canary, confidential: true }), lines[1]);
	expect(await publicText()).not.toMatch(/Canari/);
});

test('an address made confidential here is hidden at once, and stays so when its source tells it', async () => {
	await tell(anOrganisation('halte', { place: canary }), aService('repas', 'halte', { place: canary }));
	expect(await publicText()).toMatch(/Canari/);
	const { id } = await operator(({ tx }) =>
		tx
			.selectFrom('organisation')
			.select('id')
			.where('sourceId', '=', 'dora--halte')
			.executeTakeFirstOrThrow(),
	);
	await steward.act((act) =>
		holdFields(act, { kind: 'organisation', id, fields: { confidential: true }, reason: 'privacy' }),
	);
	expect(await publicText()).not.toMatch(/Canari/);
	await tell(
		anOrganisation('halte', { name: 'Halte', place: canary }),
		aService('repas', 'halte', { place: canary }),
		aService('douche', 'halte', { place: { ...canary, address: '11 rue du Canari' } }),
	);
	expect(await publicText()).not.toMatch(/Canari/);
	const { rows } = await provider.act(({ tx }) =>
		sql<{ text: string }>`select json_agg(c)::text as text from field_change c`.execute(tx),
	);
	expect(rows[0]?.text ?? '').not.toMatch(/Canari/);
});
