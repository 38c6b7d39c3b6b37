import { expect, test } from 'vitest';
import { revokeApiKey } from '#lib/access/server/revoke-api-key.ts';
import { openEmergency } from '#lib/person/server/open-emergency.ts';
import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import { actAs } from '#lib/server/act.ts';
import { aMinuteLater, type Partner, partnerOf, type Sent } from '#lib/testing/partner.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { world } from '#lib/testing/world.ts';
import { ToldStep } from '../told-step.ts';
import { answerNewStep, answerStep, answerStepMove, answerSteps } from './answer-steps.ts';

const here = await world();
const { organisation, person } = here;
const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const lila = await followed(here, 'Lila');
const paul = await person('Paul Roy', 'worker', plie.id);
const awa = await partnerOf(here, lila.worker, 'steps');
const withAgreement = await partnerOf(here, paul, 'steps');
const nour = await partnerOf(here, await person('Nour Petit', 'worker', ccas.id), 'steps');
const agreement = await share(lila, plie.id, 3);

const read = (by: Partner, id: string) => by.ask((event, as) => answerStep(event, id, as));
const list = (by: Partner, query = '', at?: Date) =>
	by.ask(answerSteps, { path: `/api/v1/steps${query}` }, at);
let keys = 0;
const propose = (by: Partner, body: unknown, headers: Sent['headers'] = {}) =>
	by.ask(answerNewStep, {
		path: '/api/v1/steps',
		body,
		headers: { 'idempotency-key': `essai-${++keys}`, ...headers },
	});
const move = (by: Partner, id: string, version: number, body: unknown) =>
	by.ask((event, as) => answerStepMove(event, id, as), {
		path: `/api/v1/steps/${id}/moves`,
		body,
		headers: { 'idempotency-key': `essai-${++keys}`, 'if-match': `"${version}"` },
	});
const idsOf = ({ told }: { told: { items: { id: string }[] } }) => told.items.map(({ id }) => id);
const nothing = { status: 404, told: { code: 'problem.nothing-here' } };
const step = { pathwayId: lila.pathwayId, words: 'Appeler la crèche', owner: 'me', dueOn: '2026-12-01' };

test('whoever leads and whoever shares steps read them; a stranger finds nothing', async () => {
	const id = await plannedStep(lila);
	const { status, headers, told } = await read(awa, id);
	expect(status).toBe(200);
	expect(ToldStep.strict().safeParse(told).error?.issues ?? []).toEqual([]);
	expect(told).toMatchObject({ personName: 'Lila', leads: true, mine: true, state: 'planned' });
	expect(headers.get('cache-control')).toBe('private, no-store');
	expect((await read(withAgreement, id)).told).toMatchObject({ id, leads: false, mine: false });
	expect(idsOf(await list(withAgreement))).toContain(id);
	const unknown = await read(nour, crypto.randomUUID());
	expect(unknown).toMatchObject(nothing);
	expect((await read(nour, id)).told).toEqual(unknown.told);
	expect(idsOf(await list(nour))).toEqual([]);
});

test('a step is proposed where one leads, once for each key, and told where it is', async () => {
	const once = { 'idempotency-key': 'une-etape' };
	const both = await Promise.all([propose(awa, step, once), propose(awa, step, once)]);
	for (const { status } of both) expect([201, 409]).toContain(status);
	const again = await propose(awa, step, once);
	expect(again).toMatchObject({ status: 201, told: { state: 'proposed', words: 'Appeler la crèche' } });
	expect(again.headers.get('location')).toBe(`https://passerelles.test/api/v1/steps/${again.told.id}`);
	expect(await propose(awa, { ...step, words: 'Autre chose' }, once)).toMatchObject({
		status: 422,
		told: { code: 'exchange.key-reused' },
	});
	const proposed = await lila.worker.act(({ tx }) =>
		tx
			.selectFrom('step')
			.select('id')
			.where('words', '=', step.words)
			.where('state', '=', 'proposed')
			.execute(),
	);
	expect(proposed).toEqual([{ id: again.told.id }]);
});

test('nobody proposes where another leads, and what is wrong is told field by field', async () => {
	for (const by of [withAgreement, nour]) expect(await propose(by, step)).toMatchObject(nothing);
	expect(await propose(awa, { ...step, pathwayId: crypto.randomUUID() })).toMatchObject(nothing);
	for (const [body, name] of [
		[{ ...step, pathwayId: 'x' }, 'pathwayId'],
		[{ ...step, words: ' ' }, 'words'],
		[{ ...step, surname: 'x' }, 'surname'],
	] as const)
		expect(await propose(awa, body)).toMatchObject({ status: 422, told: { parameters: [{ name }] } });
	expect(await propose(awa, { ...step, dueOn: '2026-11-01' })).toMatchObject({
		status: 422,
		told: { code: 'steps.due-past' },
	});
});

test('a step is done by whoever owns it, from the version read', async () => {
	const id = await plannedStep(lila, { words: 'Écrire la lettre' });
	await plannedStep(lila, { words: 'Une autre, pour que le parcours avance' });
	const { version } = (await read(awa, id)).told;
	expect(await move(withAgreement, id, version, { to: 'done' })).toMatchObject({
		status: 422,
		told: { code: 'steps.not-owner' },
	});
	expect(await move(nour, id, version, { to: 'done' })).toMatchObject(nothing);
	for (const [body, name] of [
		[{ to: 'forgotten' }, 'to'],
		[{ to: 'postponed' }, 'dueOn'],
		[{ to: 'done', surname: 'x' }, 'surname'],
	] as const)
		expect(await move(awa, id, version, body)).toMatchObject({
			status: 422,
			told: { parameters: [{ name }] },
		});
	const postponed = await move(awa, id, version, { to: 'postponed', dueOn: '2026-12-15' });
	expect(postponed.told).toMatchObject({ state: 'planned', dueOn: '2026-12-15', version: version + 2 });
	const set = { to: 'suspended', reason: 'Elle déménage', reasonBy: 'person', reviewOn: '2026-12-20' };
	expect((await move(awa, id, version + 2, set)).told).toMatchObject({
		state: 'suspended',
		reviewOn: '2026-12-20',
	});
	expect(await move(awa, id, version, { to: 'abandoned' })).toMatchObject({ status: 412 });
	const planned = await move(awa, id, version + 3, { to: 'planned', dueOn: '2026-12-22' });
	expect(planned.told).toMatchObject({ state: 'planned', dueOn: '2026-12-22' });
	const done = await move(awa, id, version + 4, { to: 'done' });
	expect(done.told).toMatchObject({ state: 'done', endedAt: expect.any(String) });
});

test('two programs that move a step at once: one does, the other is told that it changed', async () => {
	const id = await plannedStep(lila, { words: 'Prendre rendez-vous' });
	const { version } = (await read(awa, id)).told;
	const both = await Promise.all([
		move(awa, id, version, { to: 'done' }),
		move(awa, id, version, { to: 'done' }),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('an agreement that comes later opens what was written before, to whoever reads on', async () => {
	const nadia = await followed(here, 'Nadia');
	const id = await plannedStep(nadia);
	const before = await list(nour, '', new Date('2026-11-23T11:10:00Z'));
	expect(idsOf(before)).toEqual([]);
	const later = new Date('2026-11-23T12:00:00Z');
	const worker = { ...nadia.worker, act: actAs(here.db, nadia.worker.actor, () => later) };
	await share({ ...nadia, worker }, ccas.id, 3);
	const cursor = `?since=${new Date('2026-11-23T11:30:00Z').getTime()}.${id}`;
	expect(idsOf(await list(nour, cursor, new Date('2026-11-23T12:01:00Z')))).toEqual([id]);
});

test('once she withdraws, the other organisation finds nothing at its next call', async () => {
	const id = await plannedStep(lila, { words: 'Voir le médecin' });
	expect((await read(withAgreement, id)).status).toBe(200);
	await lila.worker.act((act) => stopAgreement(act, lila.personId, agreement, { way: 'in-person' }));
	expect(await read(withAgreement, id)).toMatchObject(nothing);
	expect(idsOf(await list(withAgreement))).toEqual([]);
	expect(await move(withAgreement, id, 1, { to: 'done' })).toMatchObject(nothing);
});

test('what an emergency opens is read on a screen, never by a program', async () => {
	const nora = await followed(here, 'Nora');
	const id = await plannedStep(nora);
	const shared = await share(nora, ccas.id, 1);
	await nora.worker.act((act) => stopAgreement(act, nora.personId, shared, { way: 'phone' }));
	await nora.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', nora.personId).execute(),
	);
	const worker = await person('Zoé Martin', 'worker', ccas.id);
	const zoe = await partnerOf(here, worker, 'steps');
	const form = { reason: 'danger', explanation: 'Elle a appelé : elle est en danger.' } as const;
	await worker.act((act) => openEmergency(act, nora.pathwayId, form));
	expect(await read(zoe, id)).toMatchObject(nothing);
});

test('a key for referrals alone, or revoked, opens no step; a provider makes none for steps', async () => {
	const someone = await person('Léa Morel', 'worker', lila.organisation.id);
	const referrals = await partnerOf(here, someone, 'referrals');
	expect((await list(referrals)).status).toBe(403);
	const lea = await partnerOf(here, someone, 'steps');
	expect((await list(lea)).status).toBe(200);
	await someone.act((act) => revokeApiKey(act, { key: lea.key.id }));
	expect((await list(lea)).status).toBe(401);
	expect((await propose(lea, step)).status).toBe(401);
	await expect(partnerOf(here, await person('Sam', 'provider', plie.id), 'steps')).rejects.toMatchObject({
		status: 422,
	});
});

test('reading stands in her log, once in ten minutes, in the name of whoever made the key', async () => {
	const yasmine = await followed(here, 'Yasmine');
	await plannedStep(yasmine);
	const reader = await partnerOf(here, yasmine.worker, 'steps');
	await list(reader);
	await list(reader, '', new Date(aMinuteLater.getTime() + 60_000));
	await list(reader, '', new Date(aMinuteLater.getTime() + 660_000));
	const lines = await yasmine.worker.act(({ tx }) =>
		tx
			.selectFrom('accessLog')
			.select(['workerName', 'what'])
			.where('personId', '=', yasmine.personId)
			.execute(),
	);
	expect(lines).toEqual([
		{ workerName: 'Awa Diallo', what: 'pathway' },
		{ workerName: 'Awa Diallo', what: 'pathway' },
	]);
});
