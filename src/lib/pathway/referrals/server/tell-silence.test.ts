import { beforeEach, expect, test } from 'vitest';
import { actAsClock } from '#lib/server/act.ts';
import { followed } from '../../../testing/pathways.ts';
import { sent } from '../../../testing/referrals.ts';
import { runner, takeJobs, writeTo } from '../../../testing/upkeep.ts';
import { world } from '../../../testing/world.ts';
import { acceptReferral } from './accept-referral.ts';
import { lookAtRequest } from './answer-as-guest.ts';
import { answerQuestion } from './answer-question.ts';
import { askSource } from './ask-source.ts';
import { declineForPerson } from './decline-for-person.ts';
import { asTarget } from './party.ts';
import { guestOf } from './referral-links.ts';
import { readReferralPage } from './referral-page.ts';
import { listSilence } from './silence.ts';
import { tellSilence } from './tell-silence.ts';

const here = await world();
const { organisation, person, operator, owner, db } = here;
const { run, sent: mails } = runner(db);
const [reminderDay, managersDay, closingDay] = ['11-25T11:00', '11-27T11:00', '12-07T11:00'] as const;
const at = (text: string) => new Date(`2026-${text}:00Z`);

for (const table of ['commune', 'territory', 'territory_commune', 'hat', 'account', 'person', 'referral'])
	await owner.query(`alter table ${table} no force row level security`);
await owner.query(`insert into commune (code, name, kind, current_code, department_code, region_code, search_name) values
	('62041', 'Arras', 'commune', '62041', '62', '32', 'arras'), ('62119', 'Béthune', 'commune', '62119', '62', '32', 'bethune')`);
for (const [kind, code, communes] of [
	['epci', '200033579', ['62041']],
	['department', '62', ['62041', '62119']],
	['region', '32', ['62041', '62119']],
] as const) {
	await owner.query(`insert into territory (kind, code, year, name) values ($1, $2, 2025, $2)`, [kind, code]);
	await owner.query(
		`insert into territory_commune (kind, code, year, commune_code) select $1, $2, 2025, unnest($3::text[])`,
		[kind, code, communes],
	);
}

const coordinating = async (
	name: string,
	role: 'coordinator' | 'facilitator',
	kind: string,
	code: string,
) => {
	const someone = await person(name, role);
	await owner.query(`update hat set territory_kind = $2, territory_code = $3 where id = $1`, [
		someone.actor.hat?.id,
		kind,
		code,
	]);
	return someone;
};
const nadege = await coordinating('Nadege Flament', 'facilitator', 'epci', '200033579');
const thomas = await coordinating('Thomas Lecerf', 'coordinator', 'region', '32');

/** Somebody of Arras, or of elsewhere, and the organisation that she is referred to. */
async function silent(name: string, { commune = '62041', address = true } = {}) {
	const target = await organisation(`PLIE de ${name}`);
	if (address) await writeTo(operator, target.id, `contact@${target.id}.test`);
	const someone = await followed(here, name);
	await owner.query(`update person set commune_code = $2 where id = $1`, [someone.personId, commune]);
	return { target, someone };
}

/** The clock passes at an instant; only what it has to tell is mailed. */
async function pass(text: string): Promise<void> {
	await takeJobs(owner, 'announce-referral');
	await run('tend-referrals', {}, at(text));
	await tellAll(at(text));
}
async function tellAll(instant: Date): Promise<void> {
	for (const name of ['announce-referral', 'tell-silence'] as const)
		for (const payload of await takeJobs(owner, name)) await run(name, payload as never, instant);
}
const told = (subject: RegExp) => mails.filter((mail) => subject.test(mail.subject));

beforeEach(async () => {
	// What an earlier test left open waits no more.
	await owner.query(
		`update referral set state = 'withdrawn', ended_at = now() where state in ('sent', 'under-review')`,
	);
	await tellAll(at('11-23T11:00'));
	mails.length = 0;
});

test('each manager who is still there is written to at her own address, once', async () => {
	const { target, someone } = await silent('Lila');
	const samira = await person('Samira Benali', 'provider', target.id);
	const gone = await person('Paul Carlier', 'provider', target.id);
	const suspended = await person('Rose Petit', 'provider', target.id);
	await person('Julien Roux', 'worker', target.id);
	await owner.query(`update hat set ended_at = now() where id = $1`, [gone.actor.hat?.id]);
	await owner.query(`update account set suspended_at = now() where id = $1`, [suspended.actor.accountId]);
	await sent(someone, [target.id]);
	await pass(managersDay);
	expect(told(/attend votre structure/).map(({ to }) => to)).toEqual([samira.email]);
	expect(told(/reste sans réponse/).map(({ to }) => to)).toEqual([someone.worker.email]);
	mails.length = 0;
	await pass('11-30T11:00');
	expect(mails).toEqual([]);
});

test('an organisation without managers is written to at its contact address', async () => {
	const { target, someone } = await silent('Anna');
	await sent(someone, [target.id]);
	await pass(managersDay);
	expect(mails.map(({ to }) => to)).toEqual([someone.worker.email, `contact@${target.id}.test`]);
});

test('the coordination of the smallest territory learns the organisation, the domain and the dates; no name', async () => {
	const { target, someone } = await silent('Zohra');
	await person('Samira Benali', 'provider', target.id);
	await sent(someone, [target.id]);
	for (const day of [reminderDay, managersDay, closingDay]) await pass(day);
	const [mail, ...others] = told(/restée sans réponse/);
	expect(others).toEqual([]);
	expect(mail?.to).toBe(nadege.email);
	expect(mail?.text).toContain('PLIE de Zohra');
	expect(mail?.text).toContain('Se déplacer');
	for (const date of ['lundi 23 novembre', 'mercredi 25', 'vendredi 27', 'lundi 7 décembre'])
		expect(mail?.text.replaceAll(' ', ' ')).toContain(date);
	const words = `${mail?.subject} ${mail?.text}`.replaceAll('PLIE de Zohra', '');
	expect(words).not.toMatch(/Zohra|Awa|Diallo|Samira|permis|Arras/);
});

test('where no smaller territory has anybody, the region is told', async () => {
	const { target, someone } = await silent('Rosa', { commune: '62119' });
	await sent(someone, [target.id]);
	await pass(closingDay);
	expect(told(/restée sans réponse/).map(({ to }) => to)).toEqual([thomas.email]);
});

test('a reminder reaches those who answer for an organisation without an address', async () => {
	const { target, someone } = await silent('Aya', { address: false });
	const samira = await person('Samira Benali', 'provider', target.id);
	const id = await sent(someone, [target.id]);
	await pass(reminderDay);
	expect(mails.map(({ to }) => to)).toEqual([samira.email]);
	expect(mails[0]?.text).toContain('depuis 2 jours ouvrés');
	expect((await someone.worker.act((act) => listSilence(act, id)))[0]?.told).toBe(1);
});

test('nobody to write to: the step is kept, and says so', async () => {
	const { target, someone } = await silent('Nour', { address: false });
	const id = await sent(someone, [target.id]);
	await pass(reminderDay);
	expect(mails).toEqual([]);
	expect((await someone.worker.act((act) => readReferralPage(act, id))).silence).toEqual([
		{ step: 'reminder', at: at(reminderDay), told: 0 },
	]);
});

test('everybody called is told, and those who answer for each of them', async () => {
	const { target, someone } = await silent('Ines');
	const other = await organisation('Mission des Dunes');
	await writeTo(operator, other.id, 'contact@dunes.test');
	const samira = await person('Samira Benali', 'provider', target.id);
	const id = await sent(someone, [target.id, other.id]);
	await pass(reminderDay);
	expect(mails.map(({ to }) => to).toSorted()).toEqual(
		[`contact@${target.id}.test`, 'contact@dunes.test'].toSorted(),
	);
	mails.length = 0;
	await pass(managersDay);
	expect(mails.map(({ to }) => to).toSorted()).toEqual(
		[someone.worker.email, samira.email, 'contact@dunes.test'].toSorted(),
	);
	expect((await someone.worker.act((act) => listSilence(act, id))).map((step) => step.told)).toEqual([2, 2]);
});

test('three processes at once tell each step once', async () => {
	const { target, someone } = await silent('Clara');
	await person('Samira Benali', 'provider', target.id);
	const id = await sent(someone, [target.id]);
	await takeJobs(owner, 'announce-referral');
	for (const day of [reminderDay, managersDay, closingDay]) {
		await Promise.all([1, 2, 3].map(() => run('tend-referrals', {}, at(day))));
		await tellAll(at(day));
	}
	expect((await someone.worker.act((act) => listSilence(act, id))).map(({ step }) => step)).toEqual([
		'reminder',
		'managers',
		'coordination',
	]);
	expect(
		[/attend votre réponse/, /attend votre structure/, /restée sans réponse/].map((of) => told(of).length),
	).toEqual([1, 1, 1]);
});

test('of two that tell the same step at once, one has it mailed', async () => {
	const { target, someone } = await silent('Alba');
	const id = await sent(someone, [target.id]);
	await takeJobs(owner, 'announce-referral');
	const clock = actAsClock(db, () => at(reminderDay));
	await Promise.all([1, 2].map(() => clock((act) => tellSilence(act, 'reminder', [id]))));
	expect(await takeJobs(owner, 'announce-referral')).toHaveLength(1);
});

test('an answer stops it, even a mail that waits already', async () => {
	const { target, someone } = await silent('Sofia');
	const samira = await person('Samira Benali', 'provider', target.id);
	const id = await sent(someone, [target.id]);
	await takeJobs(owner, 'announce-referral');
	await run('tend-referrals', {}, at(managersDay));
	await samira.act(async (act) =>
		acceptReferral(act, await asTarget(act), id, {
			contactName: 'Samira',
			contactPhone: null,
			firstContactOn: '2026-11-30',
		}),
	);
	await tellAll(at(managersDay));
	expect(mails.map(({ subject }) => subject).join()).not.toMatch(/attend|reste/);
	mails.length = 0;
	await pass(closingDay);
	expect(mails).toEqual([]);
});

test('a question stops the days, and its answer starts them again', async () => {
	const { target, someone } = await silent('Maya');
	const samira = await person('Samira Benali', 'provider', target.id);
	const id = await sent(someone, [target.id]);
	await samira.act(async (act) => askSource(act, await asTarget(act), id, { words: 'Quel âge ?' }));
	await pass('12-15T11:00');
	expect((await someone.worker.act((act) => listSilence(act, id))).length).toBe(0);
	await someone.worker.act((act) => answerQuestion(act, id, { words: 'Vingt ans.' }));
	expect((await someone.worker.act((act) => readReferralPage(act, id))).state).toBe('under-review');
});

test('once she declined, nobody is told anything', async () => {
	const { target, someone } = await silent('Fatou');
	const id = await sent(someone, [target.id]);
	await someone.worker.act((act) => declineForPerson(act, id, { words: null }));
	await pass(closingDay);
	expect(mails).toEqual([]);
});

test('both sides and the guest read the same dates; a stranger reads nothing', async () => {
	const { target, someone } = await silent('Elsa');
	const samira = await person('Samira Benali', 'provider', target.id);
	const elsewhere = await person('Marc Lambert', 'worker', (await organisation('Ailleurs')).id);
	const id = await sent(someone, [target.id]);
	await pass(reminderDay);
	const steps = [{ step: 'reminder', at: at(reminderDay), told: 1 }];
	const token = /\/reponse\/([\w-]{43})/.exec(told(/attend votre réponse/)[0]?.text ?? '')?.[1] ?? '';
	const guest = guestOf(db, token, null, () => at('11-25T12:00'));
	expect(await lookAtRequest(guest)).toMatchObject({ silence: steps, state: 'sent' });
	for (const { act } of [someone.worker, samira])
		expect((await act((one) => readReferralPage(one, id))).silence).toEqual(steps);
	for (const { act } of [elsewhere, nadege, thomas])
		expect(await act((one) => listSilence(one, id))).toEqual([]);
	expect(await here.stranger((one) => listSilence(one, id))).toEqual([]);
	await expect(
		someone.worker.act(({ tx, at: now }) =>
			tx.insertInto('silenceStep').values({ referralId: id, step: 'managers', at: now, told: 0 }).execute(),
		),
	).rejects.toThrow(/permission denied/);
});
