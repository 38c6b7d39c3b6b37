import { expect, test } from 'vitest';
import { suspendAccount } from '#lib/access/server/suspend-account.ts';
import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { actAs } from '#lib/server/act.ts';
import { followed, plannedStep, share } from '../../../testing/pathways.ts';
import { noon, world } from '../../../testing/world.ts';
import { findFeed, makeFeed, revokeFeed } from './feed-address.ts';
import { readFeed } from './read-feed.ts';

const here = await world();
const { db, organisation, person, operator, owner } = here;
const origin = 'https://passerelles.test';
const later = (days: number, hours = 0) => new Date(noon.getTime() + days * 86_400_000 + hours * 3_600_000);
const read = (token: string, at: Date = noon) => readFeed(db, token, origin, () => at);
const summaries = (file = '') => [...file.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, words]) => words);
type Someone = Awaited<ReturnType<typeof followed>>;

const planned = (
	{ pathwayId, worker }: Pick<Someone, 'pathwayId' | 'worker'>,
	startsAt: Date,
	state = 'planned',
) =>
	worker.act(({ tx, actor, at }) =>
		tx
			.insertInto('appointment')
			.values({
				pathwayId,
				organisationId: actor.hat?.organisationId ?? '',
				hatId: actor.hat?.id ?? '',
				subjectLine: 'Dossier de surendettement',
				withName: 'Awa Diallo',
				place: 'CSAPA, 3 rue du Port',
				startsAt,
				state,
				madeAt: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow(),
	);

test('its owner’s appointments, steps and agreements that end; nobody’s name, no place, no word', async () => {
	const lila = await followed(here, 'Lila', 'Fuit un conjoint violent');
	await planned(lila, later(2));
	await planned(lila, later(-3), 'kept');
	await planned(lila, later(3), 'cancelled');
	await planned(lila, later(-9));
	await planned(lila, later(95));
	await plannedStep(lila, { words: 'Appeler la crèche des Lilas' });
	await share(lila, (await organisation('Caf du Nord')).id, 3);
	const token = await lila.worker.act(makeFeed);
	const feed = await read(token);
	expect(summaries(feed?.file)).toEqual(['Rendez-vous', 'Rendez-vous', 'Étape à voir', 'Accord à reparler']);
	expect(feed?.file).not.toMatch(
		/Lila|Awa|CSAPA|surendettement|crèche|Caf|violent|LOCATION|ORGANIZER|ATTENDEE/,
	);
});

test('the address is kept by its hash alone, and its readings are told', async () => {
	const { worker } = await followed(here, 'Nour');
	const token = await worker.act(makeFeed);
	await owner.query('alter table calendar_feed no force row level security');
	const { rows } = await owner.query('select calendar_feed::text as row, token_hash from calendar_feed');
	expect(rows.map(({ row }) => row).join()).not.toContain(token);
	expect(rows.map((each) => each.token_hash)).toContainEqual(tokenHash(token));
	await expect(
		worker.act(({ tx }) => tx.selectFrom('calendarFeed').select('tokenHash').execute()),
	).rejects.toThrow(/permission denied/);
	expect(await worker.act(findFeed)).toEqual({ madeAt: noon, readAt: null });
	await read(token, later(0, 1));
	await read(token, new Date(later(0, 1).getTime() + 30_000));
	expect(await worker.act(findFeed)).toEqual({ madeAt: noon, readAt: later(0, 1) });
});

test('what never was, was replaced, stopped or is somebody’s who left: nothing, all alike', async () => {
	const { worker } = await followed(here, 'Karim');
	const first = await worker.act(makeFeed);
	const second = await worker.act(makeFeed);
	expect(await read(first)).toBeUndefined();
	expect(await read(second)).toBeDefined();
	await worker.act(revokeFeed);
	expect(await read(second)).toBeUndefined();
	for (const wrong of [newToken(), '', 'x', `${second}=`, '\u0000'.repeat(43), '../compte'])
		expect(await read(wrong)).toBeUndefined();
});

test('a hat that was left reads nothing more', async () => {
	const { worker } = await followed(here, 'Rosa');
	const token = await worker.act(makeFeed);
	await worker.act(({ tx, at, actor }) =>
		tx
			.updateTable('hat')
			.set({ endedAt: at })
			.where('id', '=', actor.hat?.id ?? '')
			.execute(),
	);
	expect(await read(token)).toBeUndefined();
});

test('a suspended account reads nothing more', async () => {
	const { worker } = await followed(here, 'Ines');
	const token = await worker.act(makeFeed);
	await operator((act) => suspendAccount(act, worker.email));
	expect(await read(token)).toBeUndefined();
});

test('a stranger neither sees, nor changes, nor stops the address of another', async () => {
	const { worker } = await followed(here, 'Maya');
	const token = await worker.act(makeFeed);
	const stranger = await person('Marc Lambert', 'worker', (await organisation('Ailleurs')).id);
	const samira = await person('Samira Benali', 'provider', (await organisation('Plie')).id);
	await stranger.act(revokeFeed);
	expect(await stranger.act(findFeed)).toBeUndefined();
	await stranger.act(({ tx, at }) =>
		tx
			.updateTable('calendarFeed')
			.set({ readAt: at })
			.where('hatId', '=', worker.actor.hat?.id ?? '')
			.execute(),
	);
	await expect(
		stranger.act(({ tx, at }) =>
			tx
				.insertInto('calendarFeed')
				.values({ hatId: worker.actor.hat?.id ?? '', tokenHash: Buffer.from('x'), madeAt: at })
				.execute(),
		),
	).rejects.toThrow(/row-level security/);
	await expect(samira.act(makeFeed)).rejects.toMatchObject({ status: 404 });
	await expect(here.stranger(makeFeed)).rejects.toMatchObject({ status: 404 });
	expect(await worker.act(findFeed)).toEqual({ madeAt: noon, readAt: null });
	expect(await read(token)).toBeDefined();
});

test('her two hats have two addresses; each reads its own', async () => {
	const lila = await followed(here, 'Zohra');
	await planned(lila, later(1));
	const { id: other } = await organisation('Autre maison');
	const { accountId } = lila.worker.actor;
	const hat = await operator(({ tx, at }) =>
		tx
			.insertInto('hat')
			.values({ accountId: accountId ?? '', role: 'worker', organisationId: other, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow(),
	);
	const second = actAs(
		db,
		{
			accountId,
			hat: { id: hat.id, role: 'worker', organisationId: other, territoryKind: null, territoryCode: null },
		},
		() => noon,
	);
	const [mine, theirs] = [await lila.worker.act(makeFeed), await second(makeFeed)];
	expect(summaries((await read(mine))?.file)).toEqual(['Rendez-vous']);
	expect(summaries((await read(theirs))?.file)).toEqual([]);
});

test('what is not shared any more is gone at the next reading', async () => {
	const lila = await followed(here, 'Anna');
	const plie = await organisation('PLIE de Lens');
	const julien = await person('Julien Roux', 'worker', plie.id);
	const agreement = await share(lila, plie.id, 3);
	await planned({ pathwayId: lila.pathwayId, worker: julien }, later(4));
	const token = await julien.act(makeFeed);
	const before = await read(token);
	expect(summaries(before?.file)).toEqual(['Rendez-vous']);
	expect((await read(token, later(0, 2)))?.etag).toBe(before?.etag);
	await lila.worker.act(({ tx, at }) =>
		tx
			.updateTable('agreement')
			.set({ revokedAt: at, revokedBy: 'person', revokedWay: 'phone' })
			.where('id', '=', agreement)
			.execute(),
	);
	const after = await read(token);
	expect(summaries(after?.file)).toEqual([]);
	expect(after?.etag).not.toBe(before?.etag);
});

test('of two who make an address at once, the last serves', async () => {
	const { worker } = await followed(here, 'Elsa');
	const tokens = await Promise.all([1, 2, 3].map(() => worker.act(makeFeed)));
	const served = await Promise.all(tokens.map((token) => read(token)));
	expect(served.filter(Boolean)).toHaveLength(1);
});
