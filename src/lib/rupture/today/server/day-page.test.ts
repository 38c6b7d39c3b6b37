import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/actor.ts';
import { newAppointment } from '#lib/pathway/appointments/appointment.ts';
import { planAppointment } from '#lib/pathway/appointments/server/plan-appointment.ts';
import { acceptReferral } from '#lib/pathway/referrals/server/accept-referral.ts';
import { askSource } from '#lib/pathway/referrals/server/ask-source.ts';
import { completeReferral } from '#lib/pathway/referrals/server/complete-referral.ts';
import { asTarget } from '#lib/pathway/referrals/server/party.ts';
import { sayWhetherItHelped } from '#lib/pathway/referrals/server/say-whether-it-helped.ts';
import { answerRelay } from '#lib/pathway/relays/server/answer-relay.ts';
import { NewRelay, proposeRelay } from '#lib/pathway/relays/server/propose-relay.ts';
import { postponeStep } from '#lib/pathway/steps/server/postpone-step.ts';
import { findStep } from '#lib/pathway/steps/server/steps.ts';
import { actAs } from '#lib/server/act.ts';
import { alsoFollowed, followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { noon, world } from '#lib/testing/world.ts';
import { findAllAlerts } from '../../alerts/server/find-alerts.ts';
import { openDay } from './day-page.ts';
import { endAbsence } from './end-absence.ts';
import { sayAbsence } from './say-absence.ts';
import { setAside } from './set-aside.ts';
import { openTeam } from './team-page.ts';

const here = await world();
const lina = await followed(here, 'Lina');
const awa = lina.worker;
const leo = await here.person('Léo Martin', 'worker', lina.organisation.id);
const plie = await here.organisation('PLIE de l’Artois');
const samira = await here.person('Samira Benali', 'provider', plie.id);
const elsewhere = await here.person('Nour Petit', 'worker', (await here.organisation('CCAS')).id);

type Somebody = { readonly actor: Actor };
const after = (days: number) => () => new Date(noon.getTime() + days * 86_400_000);
const as = ({ actor }: Somebody, days = 0) => actAs(here.db, actor, after(days));
const day = (who: Somebody, days = 0) => as(who, days)(openDay);
const look = (days: number) => findAllAlerts(here.db, after(days));
const hat = ({ actor }: Somebody) => actor.hat?.id ?? '';
const rulesOf = ({ silences }: Awaited<ReturnType<typeof openDay>>) =>
	silences.flatMap(({ name, alerts }) => alerts.map(({ id }) => `${name} ${id.split(':')[0]}`)).toSorted();

const away = (who: Somebody, to: Somebody, over: object = {}) => ({
	who: hat(who),
	to: hat(to),
	fromDay: '2026-11-23',
	untilDay: '2027-01-10',
	...over,
});

test('nothing waits: a day says so', async () => {
	expect(await day(awa)).toMatchObject({ total: 0, answers: [], silences: [], repaired: [] });
});

test('a request is answered by whoever receives it, and by its sender once asked', async () => {
	const sara = await alsoFollowed(awa, 'Sara');
	const id = await sent(sara, [plie.id], { fields: ['name'] });
	const mine = await day(samira);
	expect(mine).toMatchObject({ follows: false, counts: { answers: 1 }, total: 1, silences: [] });
	expect(mine.answers[0]).toMatchObject({ id, name: 'Sara', action: 'Répondre', level: null });
	expect((await day(awa)).answers).toEqual([]);
	expect((await day(elsewhere)).answers).toEqual([]);

	await look(9);
	expect((await day(samira, 9)).answers[0]).toMatchObject({ id, level: 'rupture' });
	expect(rulesOf(await day(awa, 9))).toContain('Sara R1');
	await samira.act(async (act) => askSource(act, await asTarget(act), id, { words: 'Quel permis ?' }));
	expect((await day(samira)).answers).toEqual([]);
	expect((await day(awa)).answers).toMatchObject([{ id, action: 'Répondre à la question' }]);
	expect((await day(leo)).answers).toEqual([]);
});

describe('an overdue step', () => {
	let step = '';
	beforeAll(async () => {
		step = await plannedStep(lina, { dueOn: '2026-12-01' });
		await look(17);
	});

	test('is a line of its person, with what to do, for whoever leads and for nobody else', async () => {
		const hers = await day(awa, 17);
		const group = hers.silences.find(({ name }) => name === 'Lina');
		const line = group?.alerts.find(({ id }) => id.startsWith('R16'));
		expect(line).toMatchObject({
			level: 'rupture',
			pathwayId: lina.pathwayId,
			step: { id: step, last: false },
		});
		expect(line?.sentence).toContain('1er décembre');
		expect(line?.because).toContain('R16');
		expect(line?.actions.map(({ form }) => form)).toEqual(['finish', 'postpone']);
		for (const other of [leo, elsewhere, samira]) expect(rulesOf(await day(other, 17))).toEqual([]);
		await expect(here.stranger(openDay)).rejects.toMatchObject({ status: 404 });
	});

	test('is handed over with the day of whoever is away, and comes back', async () => {
		await as(awa)((act) => sayAbsence(act, away(awa, leo)));
		const received = await day(leo, 17);
		expect(rulesOf(received)).toEqual(rulesOf(await day(awa, 17)));
		const group = received.silences.find(({ name }) => name === 'Lina');
		expect(group?.forWhom).toBe('pour Awa Diallo, absence jusqu’au 10 janvier 2027');
		// Her step is hers to move: a colleague goes to its page.
		const line = group?.alerts.find(({ id }) => id.startsWith('R16'));
		expect(line?.actions.map(({ form, href }) => [form, href?.split('?')[0]])).toEqual([
			[null, `/parcours/${lina.pathwayId}/etapes`],
			[null, `/parcours/${lina.pathwayId}/etapes`],
		]);
		expect((await day(awa, 17)).silences[0]?.forWhom).toBeNull();
		expect(rulesOf(await day(leo, 50))).toEqual([]);
	});

	test('of a closed file stays with whoever leads', async () => {
		const secret = await alsoFollowed(awa, 'Maëlle');
		await plannedStep(secret, { dueOn: '2026-12-01' });
		await awa.act(({ tx }) =>
			tx.updateTable('person').set({ protection: 'closed' }).where('id', '=', secret.personId).execute(),
		);
		await look(17);
		expect(rulesOf(await day(awa, 17))).toContain('Maëlle R16');
		expect(
			rulesOf(await day(leo, 17)).filter((line) => !line.startsWith('Lina') && !line.startsWith('Sara')),
		).toEqual([]);
		const { lines } = await as(leo, 17)(openTeam);
		expect(lines.find(({ hatId }) => hatId === hat(awa))).toMatchObject({ people: 2 });
	});

	test('gets another date by the moves of its own life', async () => {
		const { version } = await awa.act((act) => findStep(act, lina.pathwayId, step));
		await as(awa, 17)((act) => postponeStep(act, lina.pathwayId, { step, version, dueOn: '2026-12-20' }));
		const moved = await awa.act((act) => findStep(act, lina.pathwayId, step));
		expect(moved).toMatchObject({ state: 'planned', dueOn: '2026-12-20' });
		const again = { step, version, dueOn: '2026-12-22' };
		await expect(as(awa, 17)((act) => postponeStep(act, lina.pathwayId, again))).rejects.toMatchObject({
			status: 409,
		});
		await look(17);
		expect(rulesOf(await day(awa, 17))).not.toContain('Lina R16');
		expect((await day(awa, 17)).repaired.map(({ id }) => id.split(':')[1])).toContain(step);
	});
});

test('an agreement that ends is seen, and comes back at its next mark', async () => {
	const nina = await followed(here, 'Nina');
	const id = await share(nina, plie.id, 3);
	const endings = async (days: number) => (await day(nina.worker, days)).agreements.map(({ left }) => left);
	expect(await endings(59)).toEqual([]);
	expect(await endings(61)).toEqual(['finit dans 29 jours']);
	await as(nina.worker, 61)((act) => setAside(act, { agreement: id }));
	expect(await endings(62)).toEqual([]);
	expect(await endings(76)).toEqual(['finit dans 14 jours']);
	await expect(as(elsewhere, 61)((act) => setAside(act, { agreement: id }))).rejects.toMatchObject({
		status: 404,
	});
});

test('appointments of today and tomorrow, and a relay that awaits one’s yes', async () => {
	const rose = await followed(here, 'Rose');
	const max = await here.person('Max Roux', 'worker', rose.organisation.id);
	const typed = newAppointment(noon).parse({
		once: crypto.randomUUID(),
		subjectLine: 'Point',
		withName: 'Mme Petit',
		on: '2026-11-24',
		at: '14:30',
		minutes: '45',
	});
	await rose.worker.act((act) => planAppointment(act, rose.pathwayId, typed));
	expect((await day(rose.worker)).appointments).toMatchObject([
		{ when: 'Demain à 14\u00a0h\u00a030', gone: false },
	]);
	expect((await day(rose.worker, 2)).appointments).toMatchObject([{ gone: true }]);
	expect((await day(max)).appointments).toEqual([]);

	const to = `colleague:${hat(max)}`;
	const relay = await rose.worker.act((act) =>
		proposeRelay(act, rose.pathwayId, NewRelay.parse({ to, reason: 'Congé', personPresent: 'yes' })),
	);
	expect((await day(max)).relays).toMatchObject([{ id: relay, mine: true, name: 'Rose' }]);
	expect((await day(rose.worker)).relays).toEqual([]);
	await max.act((act) => answerRelay(act, { relay, answer: 'refused', words: 'Trop de monde' }));
	expect((await day(max)).relays).toEqual([]);
});

describe('absences', () => {
	test('are said and ended inside an organisation only', async () => {
		const refused = (who: Somebody, absence: ReturnType<typeof away>) =>
			expect(as(who)((act) => sayAbsence(act, absence))).rejects;
		await refused(awa, away(leo, elsewhere)).toMatchObject({ status: 404 });
		await refused(elsewhere, away(awa, leo)).toMatchObject({ status: 404 });
		await refused(leo, away(awa, leo)).toMatchObject({ reason: 'today.absence-known' });
		const { absences, lines } = await as(leo)(openTeam);
		expect(absences).toMatchObject([{ name: 'Awa Diallo', toName: 'Léo Martin', now: true }]);
		expect(lines.map(({ name }) => name)).toEqual(['Awa Diallo', 'Léo Martin (vous)']);
		expect((await as(elsewhere)(openTeam)).absences).toEqual([]);

		const absence = absences[0]?.id ?? '';
		await expect(as(elsewhere)((act) => endAbsence(act, { absence }))).rejects.toMatchObject({ status: 404 });
		await as(awa)((act) => endAbsence(act, { absence }));
		expect((await as(leo)(openTeam)).absences).toEqual([]);
		await expect(as(awa)((act) => endAbsence(act, { absence }))).rejects.toMatchObject({ status: 404 });
	});

	test('cannot be written in the table by whoever is not of the house', async () => {
		const row = {
			organisationId: lina.organisation.id,
			hatId: hat(awa),
			toHatId: hat(leo),
			fromDay: '2026-11-23',
			untilDay: '2026-11-24',
			saidAt: noon,
		};
		for (const [who, saidByHatId] of [
			[elsewhere, hat(elsewhere)],
			[elsewhere, hat(awa)],
			[samira, hat(samira)],
		] as const)
			await expect(
				as(who)(({ tx }) =>
					tx
						.insertInto('absence')
						.values({ ...row, saidByHatId })
						.execute(),
				),
			).rejects.toThrow(/row-level security/);
	});
});

test('a fortnight after « done », the worker asks her whether it helped, once', async () => {
	const ida = await alsoFollowed(awa, 'Ida');
	const id = await sent(ida, [plie.id]);
	await as(
		samira,
		1,
	)(async (act) => {
		const first = { contactName: 'Samira', firstContactOn: '2026-11-26', contactPhone: null };
		await acceptReferral(act, await asTarget(act), id, first);
		await completeReferral(act, await asTarget(act), id, { words: 'Inscrite à l’auto-école.' });
	});
	const asked = async (who: Somebody, days: number) =>
		(await day(who, days)).questions.map(({ name }) => name);
	expect(await asked(awa, 14)).toEqual([]);
	expect(await asked(awa, 15)).toEqual(['Ida']);
	for (const who of [leo, samira, elsewhere]) expect(await asked(who, 15)).toEqual([]);
	const { counts, total } = await day(awa, 15);
	await as(awa, 15)((act) => sayWhetherItHelped(act, id, { helped: 'partly', words: null }, 'phone'));
	const after = await day(awa, 15);
	expect(after.questions).toEqual([]);
	expect([after.counts.questions, after.total]).toEqual([counts.questions - 1, total - 1]);
});
