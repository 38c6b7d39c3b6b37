import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { parseForm } from '#lib/form.ts';
import { world } from '#lib/testing/world.ts';
import { gapLists, NewGap } from '../gap.ts';
import { gapForm } from './gap-form.ts';
import { gapTerritories, listGaps } from './gaps.ts';
import { reportGap } from './report-gap.ts';
import { wipeGapSentence } from './wipe-gap-sentence.ts';

const { person, stranger, door, operator } = await world();
const steward = await person('Nadia Benali', 'coordinator');
const worker = await person('Claire Petit', 'worker');
const anonymous = { act: stranger, door };
const visitor = { address: '192.0.2.7', device: 'test', local: false };
const gap = (more: Partial<NewGap> = {}): NewGap => ({
	lieu: 'Lens',
	commune: '',
	connu: '',
	q: 'Garde le soir',
	theme: ['famille--garde-denfants'],
	public: [],
	sentence: '',
	surnom: '',
	...more,
});

beforeAll(() =>
	operator(async ({ tx }) => {
		await sql`insert into commune (code, name, kind, current_code, department_code, region_code, search_name, latitude, longitude, position)
			values ('62498', 'Lens', 'commune', '62498', '62', '32', 'lens', 50.43, 2.83, 'given'),
				('02408', 'Laon', 'commune', '02408', '02', '32', 'laon', 49.56, 3.62, 'given')`.execute(tx);
		await sql`insert into territory values ('department', '02', 2025, 'Aisne'), ('department', '59', 2025, 'Nord')`.execute(
			tx,
		);
		await sql`insert into territory_commune values ('department', '02', 2025, '02408')`.execute(tx);
	}),
);

test('a gap counts by need and place; its sentences are read by those who keep the directory', async () => {
	await reportGap(anonymous, gap({ sentence: 'Rien après 18 h.' }), visitor);
	await reportGap(anonymous, gap({ q: 'garde le soir' }), visitor);
	await reportGap(anonymous, gap({ lieu: 'Laon' }), visitor);

	const gaps = await steward.act(listGaps);
	expect(gaps).toMatchObject([
		{ communeName: 'Lens', words: 'garde le soir', count: 2, sentences: [{ text: 'Rien après 18 h.' }] },
		{ communeName: 'Laon', count: 1, sentences: [] },
	]);
	const aisne = { kind: 'department', code: '02' };
	expect(await steward.act((act) => listGaps(act, aisne))).toMatchObject([{ communeName: 'Laon' }]);
	expect(await steward.act(gapTerritories)).toEqual([{ ...aisne, name: 'Aisne' }]);
	expect(await worker.act(listGaps)).toEqual([]);
	expect(await stranger(listGaps)).toEqual([]);
});

test('nothing tells who reported it, even signed in', async () => {
	await reportGap({ act: worker.act, door }, gap({ q: 'vélo' }), visitor);
	const { rows } = await operator(({ tx }) =>
		sql<{ accountId: string | null }>`select account_id from event where name = 'gap.reported'`.execute(tx),
	);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.every(({ accountId }) => accountId === null)).toBe(true);
});

test('a steward wipes a sentence, and the gap stays counted; a worker cannot', async () => {
	const [{ sentences = [] } = {}] = await steward.act(listGaps);
	const id = sentences[0]?.id ?? '';
	await expect(worker.act((act) => wipeGapSentence(act, { id }))).rejects.toMatchObject({ status: 404 });
	await steward.act((act) => wipeGapSentence(act, { id }));
	expect((await steward.act(listGaps))[0]).toMatchObject({ count: 2, sentences: [] });
});

test('a place must be one; what a machine fills is forgotten', async () => {
	await expect(reportGap(anonymous, gap({ lieu: 'Zzyzx' }), visitor)).rejects.toMatchObject({
		reason: 'lists.gap-place-unknown',
	});
	await reportGap(anonymous, gap({ lieu: 'Laon', q: 'spam', surnom: 'robot' }), visitor);
	expect((await steward.act(listGaps)).some(({ words }) => words === 'spam')).toBe(false);
});

test('one network cannot fill the list', async () => {
	const flood = { ...visitor, address: '198.51.100.9' };
	for (let time = 0; time < 10; time++) await reportGap(anonymous, gap({ q: `essai ${time}` }), flood);
	await expect(reportGap(anonymous, gap(), flood)).rejects.toMatchObject({ status: 429 });
});

test('the form comes filled with the search, a position becoming its commune', async () => {
	const params = new URLSearchParams('q=velo&lat=50.431&lon=2.832&theme=mobilite&public=jeunes');
	expect(await gapForm(stranger, params)).toEqual({
		words: 'velo',
		place: 'Lens',
		commune: '62498',
		topics: [{ value: 'mobilite', label: 'Se déplacer' }],
		audiences: [{ value: 'young-people', label: expect.stringContaining('eune') }],
	});
});

test('a form says what it lacks', () => {
	const data = new FormData();
	data.set('sentence', 'x'.repeat(501));
	const read = parseForm(data, NewGap, gapLists);
	expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(['lieu', 'sentence']);
	data.set('sentence', '');
	data.set('lieu', 'Lens');
	expect(parseForm(data, NewGap, gapLists)).toMatchObject({ errors: { q: expect.any(String) } });
});
