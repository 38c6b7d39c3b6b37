import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Work } from '#lib/server/act.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { holdFields, releaseFields } from './held-fields.ts';
import { importDirectory } from './import-directory.ts';
import { findService } from './services.ts';

const { operator, stranger, person, organisation } = await world();
await operator(loadReference);
const steward = await person('Odile', 'coordinator');

const tell = (more: Parameters<typeof aService>[2] = {}) =>
	importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a'), aService('s', 'a', { phone: '0321000001', ...more })),
		{ fileNames: ['essai.json'] },
	);
const serviceId = (work: Work) =>
	work(async ({ tx }) => {
		const { id } = await tx
			.selectFrom('service')
			.select('id')
			.where('sourceId', '=', 'dora--s')
			.executeTakeFirstOrThrow();
		return id;
	});
const historyOf = (id: string) =>
	operator(async ({ tx }) => {
		const { rows } = await sql<{ field: string; before: unknown; after: unknown; toldBy: string }>`
			select field, before, after, told_by from field_change where entry_id = ${id}
				and field not in ('digest', 'gone_at') order by seq`.execute(tx);
		return rows.map(({ field, before, after, toldBy }) => [field, before, after, toldBy]);
	});

test('what is held here stays through imports, and is given back as the source tells it now', async () => {
	await tell();
	const id = await serviceId(stranger);
	await steward.act((act) =>
		holdFields(act, {
			kind: 'service',
			id,
			fields: { phone: '03 21 99 99 99', placesLeft: 4 },
			reason: 'edit',
		}),
	);
	await tell({ phone: '0321000002', name: 'Aide au permis' });
	const held = await stranger((act) => findService(act, id));
	expect(held).toMatchObject({ phone: '03 21 99 99 99', placesLeft: 4, name: 'Aide au permis' });
	await steward.act((act) => releaseFields(act, { id, fields: ['phone', 'placesLeft'] }));
	const released = await stranger((act) => findService(act, id));
	expect(released).toMatchObject({ phone: '0321000002', placesLeft: null });
	expect(await historyOf(id)).toEqual([
		['phone', '0321000001', '03 21 99 99 99', 'here'],
		['places_left', null, 4, 'here'],
		['name', 'Aide s', 'Aide au permis', 'dora'],
		['phone', '03 21 99 99 99', '0321000002', 'here'],
		['places_left', 4, null, 'here'],
	]);
});

test('fields held for one cause are let go together', async () => {
	await tell();
	const id = await serviceId(stranger);
	const cause = '5a6e0b2e-52ea-4f0e-9d3c-0b8c3a1f7d10';
	await steward.act((act) =>
		holdFields(act, {
			kind: 'service',
			id,
			fields: { fee: 'paid', feeDetails: '2 €' },
			reason: 'merge',
			cause,
		}),
	);
	expect(await stranger((act) => findService(act, id))).toMatchObject({ fee: 'paid', feeDetails: '2 €' });
	await steward.act((act) => releaseFields(act, { cause }));
	expect(await stranger((act) => findService(act, id))).toMatchObject({ fee: 'free', feeDetails: null });
});

test('a value against its field’s rule is refused, and so is a field that is none', async () => {
	await tell();
	const id = await serviceId(stranger);
	const hold = (fields: Record<string, unknown>) =>
		steward.act((act) => holdFields(act, { kind: 'service', id, fields, reason: 'edit' }));
	await expect(hold({ placesLeft: -1 })).rejects.toMatchObject({ status: 422 });
	await expect(hold({ goneAt: '2026-01-01' })).rejects.toMatchObject({ status: 422 });
	await expect(hold({ audiences: ['everyone', 'women'] })).rejects.toMatchObject({ status: 422 });
});

test('nobody but stewards and its own people changes an entry', async () => {
	await tell();
	const id = await serviceId(stranger);
	const fields = { phone: '03 00 00 00 00' };
	const hold = (work: Work) =>
		work((act) => holdFields(act, { kind: 'service', id, fields, reason: 'edit' }));
	await expect(hold(stranger)).rejects.toThrow();
	const elsewhere = await person('Paul', 'provider', (await organisation('Ailleurs')).id);
	await expect(hold(elsewhere.act)).rejects.toThrow();
	const owner = await stranger((act) => findService(act, id));
	const own = await person('Inès', 'provider', owner.organisation.id);
	await hold(own.act);
	expect(await stranger((act) => findService(act, id))).toMatchObject(fields);
});
