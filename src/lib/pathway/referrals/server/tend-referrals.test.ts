import { expect, test } from 'vitest';
import { followed } from '../../../testing/pathways.ts';
import { sent } from '../../../testing/referrals.ts';
import { runner, takeJobs, writeTo } from '../../../testing/upkeep.ts';
import { world } from '../../../testing/world.ts';
import { askSource } from './ask-source.ts';
import { asTarget } from './party.ts';
import { readReferralPage } from './referral-page.ts';

const here = await world();
const { organisation, person, operator, owner, db } = here;
const plie = await organisation('PLIE de l’Artois');
await writeTo(operator, plie.id, 'contact@plie.exemple.test');
const samira = await person('Samira Benali', 'provider', plie.id);
const someone = await followed(here, 'Lila');
const { worker } = someone;
const { run, sent: mails } = runner(db);

const at = (text: string) => new Date(`2026-${text}:00Z`);
/** The clock passes at an instant; what it has to tell is mailed. @returns the subjects, in order */
async function pass(instant: Date): Promise<string[]> {
	await run('tend-referrals', {}, instant);
	mails.length = 0;
	for (const payload of await takeJobs(owner, 'announce-referral'))
		await run('announce-referral', payload, instant);
	for (const payload of await takeJobs(owner, 'tell-silence')) await run('tell-silence', payload, instant);
	return mails.map(({ to, subject }) => `${names.get(to) ?? to}: ${subject}`);
}
const names = new Map([
	[worker.email, 'source'],
	['contact@plie.exemple.test', 'target'],
	[samira.email, 'samira'],
]);
const page = (id: string) => worker.act((act) => readReferralPage(act, id));

test('reminded after two business days, told to both after four, counted as a silence after ten', async () => {
	const id = await sent(someone, [plie.id]); // on Monday 23 November, at noon in Paris
	await pass(at('11-23T12:00'));
	expect(await pass(at('11-25T10:59'))).toEqual([]);
	expect(await pass(at('11-25T11:00'))).toEqual([expect.stringContaining('target: ')]);
	expect(await pass(at('11-26T11:00'))).toEqual([]);
	expect(await pass(at('11-27T11:00'))).toEqual([
		expect.stringContaining('source: '),
		expect.stringContaining('samira: '),
	]);
	expect(await pass(at('12-07T10:59'))).toEqual([]);
	expect((await page(id)).state).toBe('sent');
	expect(await pass(at('12-07T11:00'))).toEqual([
		expect.stringContaining('source: '),
		expect.stringContaining('target: '),
	]);
	const found = await page(id);
	expect(found).toMatchObject({ state: 'unanswered' });
	expect(found.moves.at(-1)).toMatchObject({ toState: 'unanswered', side: 'system', byName: '' });
	expect(await pass(at('12-08T11:00'))).toEqual([]);
});

test('nothing runs while the source owes an answer', async () => {
	const id = await sent(someone, [plie.id], { domain: 'digital' });
	await samira.act(async (act) => askSource(act, await asTarget(act), id, { words: 'Quel âge ?' }));
	await pass(at('11-23T12:00'));
	expect(await pass(at('12-20T11:00'))).toEqual([]);
	expect((await page(id)).state).toBe('info-needed');
});

test('two clocks at once remind once', async () => {
	await sent(someone, [plie.id], { domain: 'work' });
	await pass(at('11-23T12:00'));
	await Promise.all([1, 2, 3].map(() => run('tend-referrals', {}, at('11-25T11:00'))));
	expect(await takeJobs(owner, 'announce-referral')).toHaveLength(1);
});
