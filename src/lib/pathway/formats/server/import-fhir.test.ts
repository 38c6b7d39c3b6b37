import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Work } from '#lib/server/act.ts';
import { followed } from '../../../testing/pathways.ts';
import { sent } from '../../../testing/referrals.ts';
import { sharedData, testOnSharedData } from '../../../testing/shared-data.ts';
import { world } from '../../../testing/world.ts';
import { acceptReferral } from '../../referrals/server/accept-referral.ts';
import { listReferrals } from '../../referrals/server/list-referrals.ts';
import { asTarget } from '../../referrals/server/party.ts';
import { readReferralPage } from '../../referrals/server/referral-page.ts';
import { findReferral, listFields, listMoves } from '../../referrals/server/referrals.ts';
import { taskOf } from '../fhir-task.ts';
import { listExchanges } from './exchanges.ts';
import { exportReferral } from './export-referral.ts';
import { importAgain, importFhir, tryFhir } from './import-fhir.ts';

const here = await world();
const { organisation, owner, person } = here;
const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const awa = await person('Awa Diallo', 'worker', plie.id);
const samira = await person('Samira Benali', 'provider', plie.id);
const stranger = await person('Nour Petit', 'worker', ccas.id);

type Json = Readonly<Record<string, unknown>>;
const brought = (content: unknown, knownAs: readonly string[] = [], source = 'essai') => ({
	body: JSON.stringify(content),
	source,
	knownAs,
	apiKeyId: null,
});
const bundle = (...resources: readonly Json[]) => ({
	resourceType: 'Bundle',
	type: 'collection',
	entry: resources.map((resource) => ({ resource })),
});
const examples = (): Json[] => {
	const folder = sharedData('gravity-3.0.0/examples-json');
	return readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
};
const counts = (work: Work) =>
	work(async ({ tx }) => {
		const rows = async (table: 'referral' | 'person' | 'agreement' | 'referralMove') =>
			(await tx.selectFrom(table).selectAll().execute()).length;
		return [
			await rows('referral'),
			await rows('person'),
			await rows('agreement'),
			await rows('referralMove'),
		];
	});

const task = (id: string, more: Json = {}): Json => ({
	resourceType: 'Task',
	id,
	status: 'requested',
	intent: 'order',
	code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
	focus: { reference: `ServiceRequest/${id}` },
	for: { reference: `Patient/${id}` },
	authoredOn: '2026-11-20T09:00:00Z',
	requester: { display: 'Maison de santé d’Arras' },
	owner: { reference: `Organization/${plie.id}` },
	...more,
});
const request = (id: string, more: Json = {}): Json => ({
	resourceType: 'ServiceRequest',
	id,
	status: 'active',
	intent: 'order',
	category: [
		{ coding: [{ system: 'https://passerelles.example/fhir/CodeSystem/domain', code: 'mobility' }] },
	],
	code: { text: 'Passer le permis' },
	subject: { reference: `Patient/${id}` },
	...more,
});
const patient = (id: string): Json => ({
	resourceType: 'Patient',
	id,
	name: [{ given: ['Lila'] }],
	telecom: [{ system: 'phone', value: '06 00 00 00 01' }],
});
const consent = (id: string, more: Json = {}): Json => ({
	resourceType: 'Consent',
	id,
	status: 'active',
	scope: { coding: [{ code: 'patient-privacy' }] },
	category: [{ coding: [{ code: 'IDSCL' }] }],
	patient: { reference: `Patient/${id}` },
	dateTime: '2026-11-20',
	organization: [{ display: 'Maison de santé d’Arras' }],
	...more,
});
const whole = (id: string, more: Json = {}) => bundle(task(id, more), request(id), patient(id), consent(id));
const taskItem = (items: readonly { resourceType: string }[]) =>
	items.find(({ resourceType }) => resourceType === 'Task');
const bring = async (content: unknown, work: Work = awa.act) =>
	taskItem((await importFhir(work, brought(content))).items) as unknown as {
		became: string;
		reason: string | null;
		referralId: string;
	};
const stateOf = (id: string) => awa.act(async (act) => (await findReferral(act, id)).state);

testOnSharedData('the 30 Gravity examples become the referrals they tell, once', async () => {
	const file = bundle(...examples());
	const ours = ['Organization/SDOHCC-OrganizationCoordinationPlatformExample'];
	const before = await counts(awa.act);
	const { items } = await importFhir(awa.act, brought(file, ours, 'gravity'));
	expect(items).toHaveLength(30);
	const entered = items.filter(({ became }) => became === 'entered');
	expect(entered.map(({ id }) => id)).toEqual([
		'SDOHCC-TaskReferralManagementOrderFulfillmentAcceptedExample',
		'SDOHCC-TaskReferralManagementOrderFulfillmentCompletedExample',
	]);
	expect(await Promise.all(entered.map(({ referralId }) => stateOf(referralId!)))).toEqual([
		'accepted',
		'completed',
	]);
	for (const { became, reason } of items) {
		expect(['entered', 'kept']).toContain(became);
		if (became === 'kept') expect(reason).toBeTruthy();
	}
	const after = await counts(awa.act);
	expect(after.map((count, index) => count - before[index]!).slice(0, 3)).toEqual([2, 1, 1]);
	const again = await importFhir(awa.act, brought(file, ours, 'gravity'));
	expect(again.items.filter(({ became }) => became === 'unchanged')).toHaveLength(2);
	expect(again.items.some(({ became }) => became === 'entered' || became === 'moved')).toBe(false);
	expect(await counts(awa.act)).toEqual(after);
	const clinic = await importFhir(awa.act, brought(file, ['SDOHCC-OrganizationClinicExample'], 'gravity'));
	const subtasks = clinic.items.filter(({ became }) => became === 'entered');
	expect(subtasks.map(({ id }) => id)).toEqual([
		'SDOHCC-TaskReferralManagementOrderSubtaskAcceptedExample',
		'SDOHCC-TaskReferralManagementOrderSubtaskCompletedExample',
	]);
	const child = await awa.act((act) => findReferral(act, subtasks[0]!.referralId!));
	expect(child).toMatchObject({
		parentId: entered[0]!.referralId,
		fromName: 'ABC Coordination Platform',
		domain: 'food',
	});
});

test('a Task that we own enters with what it says, under the agreement received from its sender', async () => {
	const { became, referralId } = await bring(whole('a', { priority: 'urgent' }));
	expect(became).toBe('entered');
	const found = await awa.act((act) => findReferral(act, referralId));
	expect(found).toMatchObject({ state: 'sent', urgent: true, domain: 'mobility', fromOrganisationId: null });
	const fields = await awa.act((act) => listFields(act, referralId));
	expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
		name: 'Lila',
		'contact-rule': 'free',
		phone: '06 00 00 00 01',
		need: 'Passer le permis',
	});
	const agreement = await awa.act(({ tx }) =>
		tx.selectFrom('agreement').selectAll().where('id', '=', found.agreementId).executeTakeFirstOrThrow(),
	);
	expect(agreement).toMatchObject({
		proof: 'received',
		witness: 'Maison de santé d’Arras',
		level: 2,
		way: 'referral',
	});
	await expect(stranger.act((act) => findReferral(act, referralId))).rejects.toMatchObject({ status: 404 });
	expect(await samira.act((act) => exportReferral(act, referralId))).toMatchObject({ from: { id: null } });
});

test('it is answered like any other: in the inbox, under the name its sender gave', async () => {
	const { referralId } = await bring(whole('k'));
	const inbox = await samira.act((act) => listReferrals(act, 'received', true));
	expect(inbox.find(({ id }) => id === referralId)).toMatchObject({
		source: 'Maison de santé d’Arras',
		person: 'Lila',
	});
	expect((await awa.act((act) => listReferrals(act, 'sent', true))).map(({ id }) => id)).not.toContain(
		referralId,
	);
	const acceptance = { contactName: 'Samira Benali', contactPhone: null, firstContactOn: '2026-11-26' };
	await samira.act(async (act) => acceptReferral(act, await asTarget(act), referralId, acceptance));
	expect(await samira.act((act) => readReferralPage(act, referralId))).toMatchObject({
		side: 'target',
		state: 'accepted',
		sourceName: 'Maison de santé d’Arras',
	});
	expect(await stateOf(referralId)).toBe('accepted');
	// what was said before it was answered here, said again, is no news
	expect(await bring(whole('k'))).toMatchObject({ became: 'unchanged', referralId });
});

test('who must not be contacted is not, from her file on', async () => {
	const content = bundle(
		task('b'),
		request('b', { orderDetail: [{ coding: [{ code: 'contacting-subject-prohibited' }] }] }),
		consent('b'),
	);
	const { referralId } = await bring(content);
	const { contactRule } = await awa.act(({ tx }) =>
		tx
			.selectFrom('person')
			.innerJoin('pathway', 'pathway.personId', 'person.id')
			.innerJoin('referral', 'referral.pathwayId', 'pathway.id')
			.select('contactRule')
			.where('referral.id', '=', referralId)
			.executeTakeFirstOrThrow(),
	);
	expect(contactRule).toBe('never');
});

test('without her agreement nothing is opened about her, and what came is kept', async () => {
	const before = await counts(awa.act);
	const wrong: [Json | undefined, string][] = [
		[undefined, 'manque'],
		[consent('c', { status: 'inactive' }), 'en vigueur'],
		[consent('c', { scope: { coding: [{ code: 'research' }] } }), 'ne porte pas'],
		[consent('c', { provision: { type: 'deny' } }), 'a dit non'],
		[consent('c', { provision: { period: { end: '2026-11-01' } } }), 'terminé'],
		[consent('other'), 'manque'],
	];
	for (const [one, why] of wrong) {
		const content = bundle(task('c'), request('c'), patient('c'), ...(one ? [one] : []));
		const { exchangeId, items } = await importFhir(awa.act, brought(content));
		expect(taskItem(items)).toMatchObject({ became: 'refused', reason: expect.stringContaining(why) });
		const kept = (await awa.act((act) => listExchanges(act))).find(({ id }) => id === exchangeId);
		expect(kept?.state).toBe('refused');
	}
	expect(await counts(awa.act)).toEqual(before);
	expect((await bring(whole('c'))).became).toBe('entered');
});

test('a legal next status moves it by one step, an illegal one changes nothing and says why', async () => {
	const { referralId } = await bring(whole('d'));
	expect(await bring(whole('d', { status: 'accepted' }))).toMatchObject({ became: 'moved', referralId });
	expect(await bring(whole('d', { status: 'accepted' }))).toMatchObject({ became: 'unchanged' });
	expect(await bring(whole('d', { status: 'accepted', note: 'x' }))).toMatchObject({ became: 'unchanged' });
	const before = await counts(awa.act);
	for (const status of ['requested', 'rejected', 'draft', 'ready', 'received']) {
		const { became, reason } = await bring(whole('d', { status, statusReason: { text: 'Parce que' } }));
		expect([became, reason]).toEqual(['refused', expect.stringContaining('Acceptée')]);
	}
	expect(await bring(whole('d', { status: 'on-hold' }))).toMatchObject({ became: 'refused' });
	expect(await counts(awa.act)).toEqual(before);
	expect(await stateOf(referralId)).toBe('accepted');
	const waits = { status: 'on-hold', businessStatus: { coding: [{ code: 'not-enrolled-on-waitlist' }] } };
	expect(await bring(whole('d', { ...waits, statusReason: { text: 'Complet' } }))).toMatchObject({
		became: 'moved',
	});
	expect(await stateOf(referralId)).toBe('waiting-list');
	const over = { status: 'completed', output: [{ valueString: 'Permis obtenu' }] };
	expect(await bring(whole('d', over))).toMatchObject({ became: 'moved' });
	expect(await awa.act((act) => exportReferral(act, referralId))).toMatchObject({ outcome: 'Permis obtenu' });
	const moves = await awa.act((act) => listMoves(act, referralId));
	expect(moves.map(({ toState }) => toState)).toEqual(['sent', 'accepted', 'waiting-list', 'completed']);
});

test('a referral of the platform moves as by hand: its recipient alone accepts it', async () => {
	const lila = await followed(here, 'Lila');
	const id = await sent(lila, [plie.id]);
	const accepted = {
		...(await samira.act(async (act) => taskOf(await exportReferral(act, id)))),
		status: 'accepted',
	};
	expect(await bring(accepted, stranger.act)).toMatchObject({ became: 'kept' });
	const tries = async () => Number((await owner.query('select count(*) as n from refused_act')).rows[0]?.n);
	const before = await tries();
	expect(await bring(accepted, lila.worker.act)).toMatchObject({ became: 'refused' });
	expect(await tries()).toBe(before + 1);
	expect(await stateOf(id)).toBe('sent');
	expect(await bring(accepted, samira.act)).toMatchObject({ became: 'moved', referralId: id });
	expect(await bring(accepted, samira.act)).toMatchObject({ became: 'unchanged' });
	const failed = {
		...accepted,
		status: 'failed',
		statusReason: {
			coding: [
				{ system: 'https://passerelles.example/fhir/CodeSystem/referral-reason', code: 'unreachable' },
			],
			text: 'Ne répond pas',
		},
	};
	expect(await bring(failed, samira.act)).toMatchObject({ became: 'refused' });
	expect(await stateOf(id)).toBe('accepted');
});

test('what she stopped here does not come back with the same Consent; what she stops there stops here', async () => {
	const { referralId } = await bring(whole('e'));
	const stopped = await importFhir(awa.act, brought(consent('e', { status: 'inactive' })));
	expect(stopped.items).toMatchObject([{ became: 'moved' }]);
	await expect(samira.act((act) => exportReferral(act, referralId))).rejects.toMatchObject({ status: 404 });
	const second = bundle(task('e2', { for: { reference: 'Patient/e' } }), request('e2'), consent('e'));
	expect(await bring(second)).toMatchObject({ became: 'refused', reason: expect.stringContaining('arrêté') });
});

test('the Consent of one person opens nothing about another, and leaves nothing behind', async () => {
	await bring(whole('m'));
	const before = await counts(awa.act);
	const other = bundle(
		task('n'),
		request('n'),
		patient('n'),
		consent('m', { patient: { reference: 'Patient/n' } }),
	);
	expect(await bring(other)).toMatchObject({ became: 'refused' });
	expect(await counts(awa.act)).toEqual(before);
});

test('the same name from another sender is another Task', async () => {
	await bring(whole('f'));
	const other = await importFhir(awa.act, brought(whole('f'), [], 'un autre logiciel'));
	expect(taskItem(other.items)).toMatchObject({ became: 'entered' });
});

test('sent ten times at once, it enters once', async () => {
	const answers = await Promise.all(Array.from({ length: 10 }, () => bring(whole('g'))));
	expect(answers.filter(({ became }) => became === 'entered')).toHaveLength(1);
	expect(answers.filter(({ became }) => became === 'unchanged')).toHaveLength(9);
});

test('a provider’s key opens no pathway', async () => {
	expect(await bring(whole('h'), samira.act)).toMatchObject({
		became: 'refused',
		reason: expect.stringContaining('accompagne'),
	});
});

test('about somebody whose file is closed to whoever brings it, nothing enters', async () => {
	const { referralId } = await bring(whole('l'));
	await awa.act(({ tx }) =>
		tx
			.updateTable('person')
			.set({ protection: 'closed' })
			.where('id', 'in', (eb) =>
				eb
					.selectFrom('pathway')
					.innerJoin('referral', 'referral.pathwayId', 'pathway.id')
					.select('personId')
					.where('referral.id', '=', referralId),
			)
			.execute(),
	);
	const paul = await person('Paul Martin', 'worker', plie.id);
	const second = bundle(task('l2', { for: { reference: 'Patient/l' } }), request('l2'), consent('l'));
	expect(await bring(second, paul.act)).toMatchObject({ became: 'refused' });
	expect(await bring(second)).toMatchObject({ became: 'entered' });
});

test('what is no FHIR is refused, and kept', async () => {
	for (const body of ['', '{', '[]', '{"a":1}', '{"resourceType":"Bundle"}']) {
		const { items } = await importFhir(awa.act, { ...brought({}), body });
		expect(items).toMatchObject([{ became: 'refused' }]);
	}
});

test('a trial changes nothing', async () => {
	const before = await counts(awa.act);
	const exchanges = (await awa.act((act) => listExchanges(act))).length;
	expect(taskItem((await tryFhir(awa.act, brought(whole('i')))).items)).toMatchObject({ became: 'entered' });
	expect(await counts(awa.act)).toEqual(before);
	expect((await awa.act((act) => listExchanges(act))).length).toBe(exchanges);
});

test('what was refused is played again once what was missing has come; nobody else plays it', async () => {
	const { exchangeId } = await importFhir(awa.act, brought(bundle(task('j'), request('j'), patient('a'))));
	await expect(importAgain(stranger.act, exchangeId)).rejects.toMatchObject({ status: 404 });
	const first = await importAgain(awa.act, exchangeId);
	expect(taskItem(first.items)).toMatchObject({ became: 'refused' });
	await bring(bundle(task('j2', { for: { reference: 'Patient/j' } }), request('j2'), consent('j')));
	const second = await importAgain(awa.act, exchangeId);
	expect(taskItem(second.items)).toMatchObject({ became: 'entered' });
	const kept = (await awa.act((act) => listExchanges(act))).find(({ id }) => id === exchangeId);
	expect(kept?.state).toBe('done');
});
