import { expect, test } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { actAs } from '#lib/server/act.ts';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { newVisitor } from '#lib/testing/accounts.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { runner, takeJobs } from '#lib/testing/upkeep.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { findOrganisation } from '../../server/organisations.ts';
import { findService } from '../../server/services.ts';
import type { ProposedField } from '../proposal.ts';
import { decideCorrection, undoAcceptance } from './decide-correction.ts';
import { proposeCorrection } from './propose-correction.ts';

const { db, door, owner, operator, person, organisation, stranger } = await world();
await operator(loadReference);
const { sent, run } = runner(db);
const odile = await person('Odile', 'coordinator');
const marc = await person('Marc', 'administrator');
const paul = await person('Paul', 'provider', (await organisation('Ailleurs')).id);

const tell = () =>
	importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a'), aService('s', 'a', { phone: '0321000001' })),
		{
			fileNames: ['essai.json'],
		},
	);
await tell();
const service = await operator(async ({ tx }) => {
	const row = await tx
		.selectFrom('service')
		.select(['id', 'organisationId'])
		.where('sourceId', '=', 'dora--s')
		.executeTakeFirstOrThrow();
	return row;
});
const ines = await person('Inès', 'provider', service.organisationId);

const phone = (proposed: string | null): ProposedField => ({
	field: 'phone',
	before: '0321000001',
	proposed,
});

async function propose(
	fields: readonly ProposedField[],
	contactEmail: string | null = null,
	visitor = newVisitor(),
) {
	await proposeCorrection(
		{ door, actor: anonymous },
		{
			kind: 'service',
			id: service.id,
			organisationId: service.organisationId,
			fields,
			contactEmail,
			letterToken: undefined,
		},
		visitor,
	);
	const rows = await odile.act(({ tx }) =>
		tx
			.selectFrom('correctionField')
			.innerJoin('correction', 'correction.id', 'correctionId')
			.select(['correctionField.id', 'field', 'correctionId'])
			.where('state', '=', 'open')
			.orderBy('proposedAt')
			.execute(),
	);
	const last = rows.filter(({ correctionId }) => correctionId === rows.at(-1)?.correctionId);
	return Object.fromEntries(last.map(({ field, id }) => [field, id])) as Record<string, string>;
}
const accept = (proposition: string, by = odile) =>
	by.act((act) => decideCorrection(act, { proposition, decision: 'accepted', reason: '' }));
const refuse = (proposition: string, reason = 'Le standard ne change pas.', by = odile) =>
	by.act((act) => decideCorrection(act, { proposition, decision: 'refused', reason }));
const shown = () => stranger((act) => findService(act, service.id));
const tellProposers = async () => {
	const before = sent.length;
	for (const job of await takeJobs(owner, 'tell-proposer')) await run('tell-proposer', job);
	return sent.slice(before);
};
const open = () =>
	odile.act(({ tx }) => tx.selectFrom('correctionField').select('id').where('state', '=', 'open').execute());

test('an accepted field is held through imports, and given back when the acceptance is undone', async () => {
	const { phone: id } = await propose([phone('03 21 99 99 99')]);
	expect((await shown()).phone).toBe('0321000001');
	await accept(id!);
	expect((await shown()).phone).toBe('03 21 99 99 99');
	await tell();
	expect((await shown()).phone).toBe('03 21 99 99 99');
	await odile.act((act) => undoAcceptance(act, id!));
	expect((await shown()).phone).toBe('0321000001');
	await expect(odile.act((act) => undoAcceptance(act, id!))).rejects.toMatchObject({ status: 409 });
});

test('who left an address is told once, field by field, then forgotten', async () => {
	const ids = await propose(
		[phone('03 21 00 00 02'), { field: 'words', before: null, proposed: 'Fermé en août.' }],
		'lea@exemple.fr',
	);
	await accept(ids.words!);
	expect(await tellProposers()).toEqual([]);
	await refuse(ids.phone!);
	const [mail, ...others] = await tellProposers();
	expect(others).toEqual([]);
	expect(mail).toMatchObject({ to: 'lea@exemple.fr' });
	expect(mail?.text).toContain('– Téléphone\u00A0: ce n’est pas retenu. Le standard ne change pas.');
	expect(mail?.text).toContain(`https://passerelles.test/services/${service.id}`);
	const kept = await door(({ tx }) =>
		tx.selectFrom('correction').select('contactEmail').where('contactEmail', 'is not', null).execute(),
	);
	expect(kept).toEqual([]);
});

test('of two stewards at once, one decides; the other is told so', async () => {
	const { phone: id } = await propose([phone('03 21 00 00 03')]);
	const answers = await Promise.allSettled([accept(id!), refuse(id!, 'Non.', marc), accept(id!, marc)]);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers)
		if (answer.status === 'rejected')
			expect(answer.reason).toMatchObject({
				status: 409,
				reason: expect.stringMatching(/upkeep\.(accepted|refused)-meanwhile/),
			});
});

test('of contradictory proposals one is held, the others are refused with the reason, and all are told', async () => {
	await tellProposers();
	const first = await propose([phone('03 21 00 00 04')], 'un@exemple.fr');
	const second = await propose([phone('03 21 00 00 05')], 'deux@exemple.fr');
	const results = await Promise.allSettled([accept(first.phone!), accept(second.phone!, marc)]);
	expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await open()).toEqual([]);
	const told = (await tellProposers()).map(({ to, text }) => [
		to,
		text.includes('Une autre proposition a été retenue'),
	]);
	expect(told.sort()).toEqual(
		expect.toSatisfy(
			(rows) => rows.length === 2 && rows.filter(([, other]: [string, boolean]) => other).length === 1,
		),
	);
});

test('what is closed for good leaves the searches, stays closed through imports, and can be opened again', async () => {
	const { closed: id } = await propose([{ field: 'closed', before: null, proposed: '2026-11-23' }]);
	const listed = () =>
		stranger(({ tx }) => tx.selectFrom('listedService').select('id').where('id', '=', service.id).execute());
	await accept(id!);
	expect(await listed()).toEqual([]);
	await tell();
	expect(await listed()).toEqual([]);
	expect((await shown()).goneAt).not.toBeNull();
	await marc.act((act) => undoAcceptance(act, id!));
	expect(await listed()).toHaveLength(1);
});

test('its own people decide about their page; others neither see nor decide', async () => {
	const { phone: id } = await propose([phone('03 21 00 00 06')], 'secret@exemple.fr');
	for (const somebody of [paul, { act: actAs(db, anonymous) }]) {
		const seen = await somebody.act(({ tx }) => tx.selectFrom('correctionField').select('id').execute());
		expect(seen).toEqual([]);
		await expect(
			somebody.act((act) => decideCorrection(act, { proposition: id!, decision: 'accepted', reason: '' })),
		).rejects.toMatchObject({ status: 404 });
	}
	await expect(
		odile.act(({ tx }) => tx.selectFrom('correction').select('contactEmail').execute()),
	).rejects.toMatchObject({ code: '42501' });
	await expect(
		stranger(({ tx }) =>
			tx
				.insertInto('correction')
				.values({
					kind: 'service',
					entryId: service.id,
					organisationId: service.organisationId,
					proposedAt: new Date(),
				})
				.execute(),
		),
	).rejects.toMatchObject({ code: '42501' });
	await accept(id!, ines);
	expect((await shown()).phone).toBe('03 21 00 00 06');
});

test('a refusal needs a reason', async () => {
	const { phone: id } = await propose([phone('03 21 00 00 07')]);
	await expect(refuse(id!, '')).rejects.toMatchObject({ status: 422, reason: 'upkeep.reason-missing' });
	await refuse(id!);
});

test('an accepted telephone never comes out of an entry made private meanwhile', async () => {
	const { phone: id } = await propose([phone('03 21 00 00 08')]);
	await operator(({ tx }) =>
		tx
			.updateTable('service')
			.set({ contactPrivate: true, phone: null })
			.where('id', '=', service.id)
			.execute(),
	);
	await expect(accept(id!)).rejects.toMatchObject({ status: 409, reason: 'upkeep.private-now' });
	expect((await shown()).phone).toBeNull();
	await operator(({ tx }) =>
		tx.updateTable('service').set({ contactPrivate: false }).where('id', '=', service.id).execute(),
	);
	await refuse(id!);
});

test('a value that its rule refuses is not accepted, and stays to be decided', async () => {
	const { phone: id } = await propose([phone('appelez donc')]);
	await expect(accept(id!)).rejects.toMatchObject({ status: 422 });
	expect(await open()).toEqual([{ id }]);
	await refuse(id!);
});

test('the twenty-first proposal of an hour from one network is refused, and so is the thirty-first on an entry', async () => {
	const flooder = newVisitor();
	const fill = async (visitor: () => ReturnType<typeof newVisitor>, most: number) => {
		for (let n = 0; n < most; n++) {
			const sending = propose([{ field: 'words', before: null, proposed: `${n}` }], null, visitor());
			const done = await sending.then(
				() => 'taken',
				(error) => error.status,
			);
			if (done !== 'taken') return [n, done];
		}
		return [most, 'taken'];
	};
	const [taken, status] = await fill(() => flooder, 40);
	expect(status).toBe(429);
	expect(taken).toBeLessThanOrEqual(20);
	expect((await fill(newVisitor, 40))[1]).toBe(429);
	expect((await stranger((act) => findOrganisation(act, service.organisationId))).services).toHaveLength(1);
});
