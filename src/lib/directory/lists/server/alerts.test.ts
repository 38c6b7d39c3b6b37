import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addService, origin, runner, takeJobs, tokenIn } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { readEdition } from '../../search/server/edition.ts';
import { confirmAlert, lookAtAlert, stopAlert } from './answer-alert.ts';
import { askForAlert } from './ask-for-alert.ts';
import { removeSearch, setAlert } from './change-search.ts';
import { keptSearch } from './kept-search.ts';
import { saveSearch } from './save-search.ts';
import { listSavedSearches } from './saved-searches.ts';
import { tellNews } from './tell-news.ts';

const { db, door, stranger, operator, owner, organisation, person } = await world();
const { id: host } = await organisation('Maison de la famille');
await addService(operator, host, 'Halte du soir');
const dayMs = 86_400_000;
let network = 0;
const visitor = () => ({ address: `192.0.2.${++network}`, device: 'test', local: false });
const search = async (address = 'q=halte') =>
	keptSearch(stranger, await readEdition(db), new URLSearchParams(address), noon);
const searches = () =>
	door(({ tx }) => tx.selectFrom('savedSearch').selectAll().orderBy('createdAt').execute());

/** Asks for an alert and gives the token of the mail that leaves. */
async function asked(email: string, address?: string): Promise<string> {
	await askForAlert(door, await search(address), { email, surnom: '' }, visitor());
	const { run, sent } = runner(db);
	for (const payload of await takeJobs(owner, 'send-alert-link')) await run('send-alert-link', payload);
	expect(sent).toHaveLength(1);
	expect(sent[0]?.to).toBe(email);
	return tokenIn(sent[0], 'alertes');
}

/** The mails of one morning, some days later. */
async function morning(days: number) {
	const { run, sent } = runner(db);
	await run('tell-news', {}, new Date(noon.getTime() + days * dayMs));
	await takeJobs(owner, 'tell-news');
	return sent;
}

test('an address is told once of each new service, after it said yes, until it says no', async () => {
	const token = await asked('awa@exemple.test');
	await addService(operator, host, 'Halte du matin');
	expect(await morning(1)).toEqual([]);

	await confirmAlert(door, token, visitor());
	const [mail, ...others] = await morning(2);
	expect(others).toEqual([]);
	expect(mail?.to).toBe('awa@exemple.test');
	expect(mail?.text).toContain('Halte du matin (Maison de la famille)');
	expect(mail?.text).not.toContain('Halte du soir');
	expect(mail?.text).toContain(`${origin}/trouver?q=halte`);
	expect(await morning(3)).toEqual([]);

	await addService(operator, host, 'Halte du midi');
	expect((await morning(4))[0]?.text).toContain('Halte du midi');

	await stopAlert(door, tokenIn(mail, 'alertes'), visitor());
	expect((await searches()).filter(({ email }) => email !== null)).toEqual([]);
	await addService(operator, host, 'Halte de nuit');
	expect(await morning(5)).toEqual([]);
	await expect(lookAtAlert(door, token, visitor())).rejects.toMatchObject({ status: 404 });
});

test('at most one mail a day, even if mornings run twice', async () => {
	await confirmAlert(door, await asked('lea@exemple.test'), visitor());
	await addService(operator, host, 'Halte en août');
	expect(await morning(1)).toHaveLength(1);
	await addService(operator, host, 'Halte en mai');
	expect(await morning(1.1)).toEqual([]);
	expect(await morning(2)).toHaveLength(1);
});

test('a mail that did not leave is told the day after, whole', async () => {
	await addService(operator, host, 'Halte perdue');
	const broken = async () => Promise.reject(new Error('no network'));
	const context = {
		db,
		actor: { accountId: null, hat: null },
		now: () => new Date(noon.getTime() + 10 * dayMs),
	};
	await expect(tellNews({ post: broken, origin }, context)).rejects.toThrow('did not leave');
	await takeJobs(owner, 'tell-news');
	expect((await morning(11))[0]?.text).toContain('Halte perdue');
});

test('an account keeps searches; a stranger and a colleague see none of them', async () => {
	const claire = await person('Claire Petit', 'worker');
	const other = await person('Karim Haddad', 'worker');
	const kept = await search('q=halte&lat=50.4&lon=2.8&ouvert=oui&page=3');
	expect(kept.query).toBe('?q=halte');
	await claire.act((act) => saveSearch(act, kept, true));
	await claire.act((act) => saveSearch(act, kept, true));
	const [mine, ...more] = await claire.act(listSavedSearches);
	expect(more).toEqual([]);
	const id = mine?.id ?? '';
	for (const who of [other.act, stranger]) {
		const seen = await who(({ tx }) => tx.selectFrom('savedSearch').selectAll().execute());
		expect(seen).toEqual([]);
	}
	await expect(other.act((act) => removeSearch(act, { id }))).rejects.toMatchObject({ status: 404 });

	await addService(operator, host, 'Halte des grands');
	const mails = await morning(20);
	expect(mails.map(({ to }) => to)).toContain(claire.email);
	await claire.act((act) => setAlert(act, { id }, false));
	await addService(operator, host, 'Halte des petits');
	expect((await morning(22)).map(({ to }) => to)).not.toContain(claire.email);
	await claire.act((act) => removeSearch(act, { id }));
	expect(await claire.act(listSavedSearches)).toEqual([]);
});

test('addresses never confirmed go after a week, never renewed after a year', async () => {
	await asked('jamais@exemple.test');
	const once = await asked('une.fois@exemple.test');
	await confirmAlert(door, once, visitor());
	const emails = async () => (await searches()).map(({ email }) => email);
	await morning(6);
	expect(await emails()).toContain('jamais@exemple.test');
	await morning(8);
	expect(await emails()).not.toContain('jamais@exemple.test');
	expect(await emails()).toContain('une.fois@exemple.test');
	const told = async (days: number) =>
		(await morning(days)).filter(({ to }) => to === 'une.fois@exemple.test');
	expect(await told(334)).toEqual([]);
	const [mail, ...others] = await told(336);
	expect(others).toEqual([]);
	expect(mail?.subject).toBe('Votre alerte Passerelles s’arrête bientôt');
	expect(await told(340)).toEqual([]);
	expect(tokenIn(mail, 'alertes')).not.toBe(once);
	await morning(366);
	expect(await emails()).not.toContain('une.fois@exemple.test');
});

test('a mail repeats no address that its asker typed; links that are none are counted', async () => {
	const { label } = await search('q=gagnez+https://mal.example/x');
	expect(label).not.toMatch(/https?:|mal\.example/);
	const prying = { address: '203.0.113.5', device: 'test', local: false };
	const look = () => lookAtAlert(door, 'a'.repeat(43), prying);
	for (let time = 0; time < 20; time++) await expect(look()).rejects.toMatchObject({ status: 404 });
	await expect(look()).rejects.toMatchObject({ status: 429 });
});

test('one address is not flooded, and what a machine fills is forgotten', async () => {
	const ask = async () =>
		askForAlert(door, await search(), { email: 'cible@exemple.test', surnom: '' }, visitor());
	for (let time = 0; time < 5; time++) await ask();
	await expect(ask()).rejects.toMatchObject({ status: 429 });
	await askForAlert(door, await search(), { email: 'robot@exemple.test', surnom: 'x' }, visitor());
	expect((await searches()).map(({ email }) => email)).not.toContain('robot@exemple.test');
});

test('the events name the search, never the address', async () => {
	const { rows } = await operator(({ tx }) =>
		sql<{ told: string }>`select details::text as told from event where name like 'list.%'`.execute(tx),
	);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.every(({ told }) => told === '{}')).toBe(true);
});
