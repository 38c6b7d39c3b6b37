import { expect, test } from 'vitest';
import { revokeApiKey } from '#lib/access/server/revoke-api-key.ts';
import { openEmergency } from '#lib/person/server/open-emergency.ts';
import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import { aMinuteLater, type Partner, partnerOf, type Sent } from '#lib/testing/partner.ts';
import { followed, share } from '#lib/testing/pathways.ts';
import { drafted, sent } from '#lib/testing/referrals.ts';
import { world } from '#lib/testing/world.ts';
import { declineForPerson } from '../../referrals/server/decline-for-person.ts';
import { ToldReferral } from '../told-referral.ts';
import { answerReferral, answerReferralMove, answerReferrals } from './answer-referrals.ts';

const here = await world();
const { organisation, person } = here;
const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const lila = await followed(here, 'Lila');
const samira = await partnerOf(here, await person('Samira Benali', 'provider', plie.id));
const nour = await partnerOf(here, await person('Nour Petit', 'worker', ccas.id));
const awa = await partnerOf(here, lila.worker);

const read = (by: Partner, id: string, headers = {}) =>
	by.ask((event, as) => answerReferral(event, id, as), { headers });
const list = (by: Partner, query = '', headers = {}) =>
	by.ask(answerReferrals, { path: `/api/v1/referrals${query}`, headers });
let keys = 0;
/** Each move comes a second after the one before. */
const move = (by: Partner, id: string, body: unknown, headers: Sent['headers'] = {}) => {
	const at = new Date(aMinuteLater.getTime() + ++keys * 1000);
	return by.ask(
		(event, as) => answerReferralMove(event, id, as),
		{
			path: `/api/v1/referrals/${id}/answers`,
			body,
			headers: { 'idempotency-key': `essai-${keys}`, 'if-match': '"2"', ...headers },
		},
		at,
	);
};
const idsOf = ({ told }: { told: { items: { id: string }[] } }) => told.items.map(({ id }) => id);
const accept = { answer: 'accept', contactName: 'Samira Benali', firstContactOn: '2026-11-26' };
const nothing = { status: 404, told: { code: 'problem.nothing-here' } };

test('each side reads what it sent or received, as it agreed to; anybody else finds nothing', async () => {
	const id = await sent(lila, [plie.id], { fields: ['phone'] });
	const { status, headers, told } = await read(samira, id);
	expect(status).toBe(200);
	expect(ToldReferral.strict().safeParse(told).error?.issues ?? []).toEqual([]);
	expect(told).toMatchObject({
		side: 'target',
		state: 'sent',
		fields: { name: 'Lila', need: 'Passer le permis' },
	});
	expect(headers.get('cache-control')).toBe('private, no-store');
	expect(headers.get('access-control-allow-origin')).toBeNull();
	for (const secret of [lila.personId, lila.pathwayId]) expect(JSON.stringify(told)).not.toContain(secret);
	expect((await read(awa, id)).told).toMatchObject({ side: 'source', version: told.version });
	expect(idsOf(await list(samira))).toContain(id);
	const unknown = await read(nour, crypto.randomUUID());
	for (const answer of [await read(nour, id), await read(nour, 'x'), await move(nour, id, accept)]) {
		expect(answer).toMatchObject(nothing);
		expect(answer.told).toEqual(unknown.told);
		expect(answer.headers.get('access-control-allow-origin')).toBeNull();
	}
	expect(idsOf(await list(nour))).toEqual([]);
});

test('a draft is read by nobody, not even by whoever writes it', async () => {
	const id = await drafted(lila, [plie.id], { domain: 'food' });
	for (const by of [awa, samira]) expect(await read(by, id)).toMatchObject(nothing);
});

test('once she withdraws her agreement, the recipient finds nothing at its next call, and moves nothing', async () => {
	const id = await sent(lila, [plie.id], { domain: 'digital' });
	const { agreementId } = await lila.worker.act(({ tx }) =>
		tx.selectFrom('referral').select('agreementId').where('id', '=', id).executeTakeFirstOrThrow(),
	);
	await lila.worker.act((act) => stopAgreement(act, lila.personId, agreementId!, { way: 'in-person' }));
	expect(await read(samira, id)).toMatchObject(nothing);
	expect(idsOf(await list(samira))).not.toContain(id);
	expect(await move(samira, id, accept)).toMatchObject(nothing);
	expect((await read(awa, id)).told).toMatchObject({ state: 'sent' });
});

test('a recipient accepts, meets and completes; it then keeps its own act and loses her fields', async () => {
	const id = await sent(lila, [plie.id], { domain: 'reading' });
	const first = await read(samira, id);
	const accepted = await move(samira, id, accept, { 'if-match': first.headers.get('etag')! });
	expect(accepted).toMatchObject({ status: 200, told: { state: 'accepted', firstContactOn: '2026-11-26' } });
	expect(accepted.headers.get('etag')).toMatch(new RegExp(`^"${accepted.told.version}\\.`));
	const etag = () => read(samira, id).then(({ headers }) => ({ 'if-match': headers.get('etag')! }));
	const met = await move(samira, id, { answer: 'first-contact', metOn: '2026-11-23' }, await etag());
	expect(met.told).toMatchObject({ state: 'in-progress', firstContactConfirmedOn: '2026-11-23' });
	const done = await move(samira, id, { answer: 'complete', words: 'Trois ateliers' }, await etag());
	expect(done.told).toMatchObject({ state: 'completed', fields: {} });
	expect(done.told.messages).toMatchObject([{ kind: 'outcome', words: 'Trois ateliers' }]);
});

test('a question goes back and forth; a refusal says why and where else', async () => {
	const id = await sent(lila, [plie.id], { domain: 'money' });
	const version = async () => ({ 'if-match': `"${(await read(samira, id)).told.version}"` });
	const asked = await move(samira, id, { answer: 'ask', words: 'Quel âge a-t-elle ?' }, await version());
	expect(asked.told).toMatchObject({ state: 'info-needed' });
	expect(
		await move(samira, id, { answer: 'reply', words: 'Je réponds pour vous' }, await version()),
	).toMatchObject(nothing);
	const replied = await move(awa, id, { answer: 'reply', words: 'Vingt ans' }, await version());
	expect(replied.told).toMatchObject({
		state: 'under-review',
		messages: [{ kind: 'question' }, { kind: 'answer' }],
	});
	const refusal = { answer: 'refuse', reasonCode: 'capacity', words: 'Complet' };
	const alone = await move(samira, id, refusal, await version());
	expect(alone).toMatchObject({ status: 422, told: { parameters: [{ name: 'alternative' }] } });
	const refused = await move(samira, id, { ...refusal, noneKnown: true }, await version());
	expect(refused.told).toMatchObject({ state: 'refused', reasonCode: 'capacity', words: 'Complet' });
	const late = await move(samira, id, accept, await version());
	expect(late).toMatchObject({ status: 409, told: { code: 'referral.late-refused' } });
});

test('what is sent badly is told field by field, and nothing changes', async () => {
	const id = await sent(lila, [plie.id], { domain: 'rights' });
	const { told } = await read(samira, id);
	const bodies: [unknown, string][] = [
		[{}, 'answer'],
		[{ answer: 'dance' }, 'answer'],
		[{ answer: 'accept', contactName: 'Samira' }, 'firstContactOn'],
		[{ ...accept, surname: 'x' }, 'surname'],
		['accept', 'body'],
	];
	for (const [body, name] of bodies)
		expect(await move(samira, id, body)).toMatchObject({
			status: 422,
			told: { code: 'pathway-api.body', parameters: [{ name }] },
		});
	expect((await read(samira, id)).told).toEqual(told);
});

test('a move says which version was read, and comes too late when it changed', async () => {
	const id = await sent(lila, [plie.id], { domain: 'training' });
	const etag = (await read(samira, id)).headers.get('etag')!;
	const ask = (headers: Record<string, string>) =>
		samira.ask((event, as) => answerReferralMove(event, id, as), {
			body: { answer: 'review' },
			headers: { 'idempotency-key': `if-${++keys}`, ...headers },
		});
	expect((await ask({})).status).toBe(428);
	expect((await ask({ 'if-match': 'hier' })).status).toBe(400);
	expect((await ask({ 'if-match': etag })).status).toBe(200);
	expect(await ask({ 'if-match': etag })).toMatchObject({
		status: 412,
		told: { code: 'pathway-api.changed' },
	});
});

test('an answer without a key is refused; posted twice at once, it has one effect', async () => {
	const id = await sent(lila, [plie.id], { domain: 'links' });
	const headers = { 'if-match': (await read(samira, id)).headers.get('etag')! };
	const once = { ...headers, 'idempotency-key': 'une-fois' };
	const bare = await samira.ask((event, as) => answerReferralMove(event, id, as), { body: accept, headers });
	expect(bare).toMatchObject({ status: 400, told: { code: 'pathway-api.key-missing' } });
	const both = await Promise.all([move(samira, id, accept, once), move(samira, id, accept, once)]);
	expect(both.map(({ status }) => status).sort()).toEqual(expect.arrayContaining([200]));
	for (const { status } of both) expect([200, 409]).toContain(status);
	const again = await move(samira, id, accept, once);
	expect(again.headers.get('idempotency-replayed')).toBe('true');
	expect(again.headers.get('etag')).toMatch(/^"\d+\./);
	expect(again.headers.get('cache-control')).toBe('private, no-store');
	expect(again.told).toMatchObject({ state: 'accepted' });
	expect(await move(samira, id, { answer: 'review' }, once)).toMatchObject({
		status: 422,
		told: { code: 'exchange.key-reused' },
	});
	const moves = await lila.worker.act(({ tx }) =>
		tx
			.selectFrom('referralMove')
			.selectAll()
			.where('referralId', '=', id)
			.where('toState', '=', 'accepted')
			.execute(),
	);
	expect(moves).toHaveLength(1);
});

test('a reader asks from where it stopped, page by page, and gets what changed since', async () => {
	const nadia = await followed(here, 'Nadia');
	const reader = await partnerOf(here, nadia.worker);
	const domains = ['mobility', 'housing', 'work'];
	const all: string[] = [];
	for (const domain of domains) all.push(await sent(nadia, [plie.id], { domain }));
	const first = await list(reader, '?limit=2');
	expect(first.told).toMatchObject({ more: true });
	const second = await list(reader, `?limit=2&since=${first.told.next}`);
	expect(second.told).toMatchObject({ more: false });
	expect([...idsOf(first), ...idsOf(second)].sort()).toEqual(all.toSorted());
	const nothingNew = await list(reader, `?since=${second.told.next}`);
	expect(nothingNew.told).toEqual({ items: [], next: second.told.next, more: false });
	const etag = { 'if-none-match': nothingNew.headers.get('etag')! };
	expect((await list(reader, `?since=${second.told.next}`, etag)).status).toBe(304);
	const read1 = await read(samira, all[0]!);
	await move(samira, all[0]!, accept, { 'if-match': read1.headers.get('etag')! });
	const later = new Date('2026-11-23T11:05:00Z');
	const asked = { path: `/api/v1/referrals?since=${second.told.next}` };
	expect(idsOf(await reader.ask(answerReferrals, asked, later))).toEqual([all[0]]);
	// What has just changed waits until nothing older may still come.
	expect(idsOf(await reader.ask(answerReferrals, asked, new Date('2026-11-23T11:01:02Z')))).toEqual([]);
	for (const query of ['?since=hier', '?limit=0', '?limit=101', '?nom=Lila'])
		expect(await list(reader, query)).toMatchObject({ status: 400, told: { parameters: [{}] } });
});

test('without a key, or with one for something else, nothing is read', async () => {
	const iris = await partnerOf(here, await person('Iris', 'integrator'), 'webhooks');
	expect(await list(iris)).toMatchObject({ status: 403 });
	const url = new URL('https://passerelles.test/api/v1/referrals');
	const nobody = await answerReferrals({
		request: new Request(url),
		url,
		locals: { machine: null } as unknown as App.Locals,
	});
	expect(nobody.status).toBe(401);
	expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
});

test('a key that was revoked serves no more, even known at the door', async () => {
	const someone = await person('Zoé Martin', 'provider', plie.id);
	const zoe = await partnerOf(here, someone);
	expect((await list(zoe)).status).toBe(200);
	await someone.act((act) => revokeApiKey(act, { key: zoe.key.id }));
	expect((await list(zoe)).status).toBe(401);
	const id = await sent(lila, [plie.id], { domain: 'health' });
	expect((await move(zoe, id, accept)).status).toBe(401);
	expect((await read(samira, id)).told).toMatchObject({ state: 'sent' });
});

test('each reading stands in her log, once in ten minutes', async () => {
	const nora = await followed(here, 'Nora');
	const id = await sent(nora, [plie.id], { domain: 'work' });
	await read(samira, id);
	await list(samira);
	await read(nour, id);
	const lines = await nora.worker.act(({ tx }) =>
		tx.selectFrom('accessLog').select(['workerName', 'what']).where('personId', '=', nora.personId).execute(),
	);
	expect(lines).toEqual([{ workerName: 'Samira Benali', what: 'referral' }]);
});

test('an open call is taken once; whoever refuses it leaves it to the others', async () => {
	const nadia = await followed(here, 'Nadia');
	const id = await sent(nadia, [plie.id, ccas.id], { domain: 'food' });
	const version = { 'if-match': `"${(await read(samira, id)).told.version}"` };
	const refusal = { answer: 'refuse', reasonCode: 'capacity', words: 'Complet', noneKnown: true };
	expect(await move(nour, id, refusal, version)).toMatchObject({
		status: 409,
		told: { code: 'referral.call-stays' },
	});
	expect((await move(samira, id, accept, version)).told).toMatchObject({
		state: 'accepted',
		to: { id: plie.id },
	});
	expect(await read(nour, id)).toMatchObject(nothing);
});

test('what she said when she declined is hers: a program learns that she did, and no more', async () => {
	const nadia = await followed(here, 'Nadia');
	const id = await sent(nadia, [plie.id], { domain: 'links' });
	await nadia.worker.act((act) => declineForPerson(act, id, { words: 'J’ai peur d’y aller' }));
	const { told } = await read(samira, id);
	expect(told).toMatchObject({ state: 'declined-by-person', words: null, fields: {} });
	expect(JSON.stringify(told)).not.toContain('peur');
});

test('a referral of somebody opened in an emergency leaves by no program', async () => {
	const nora = await followed(here, 'Nora');
	const worker = await person('Zoé Martin', 'worker', plie.id);
	const zoe = await partnerOf(here, worker);
	const shared = await share(nora, plie.id, 1);
	await nora.worker.act((act) => stopAgreement(act, nora.personId, shared, { way: 'phone' }));
	await nora.worker.act(({ tx }) =>
		tx.updateTable('person').set({ protection: 'protected' }).where('id', '=', nora.personId).execute(),
	);
	const id = await sent(nora, [plie.id], { domain: 'links' });
	expect((await read(zoe, id)).status).toBe(200);
	const form = { reason: 'danger', explanation: 'Elle a appelé : elle est en danger.' } as const;
	await worker.act((act) => openEmergency(act, nora.pathwayId, form));
	for (const answer of [await read(zoe, id), await list(zoe), await move(zoe, id, accept)])
		expect(answer.status).toBe(403);
});
