import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { world } from '../testing/world.ts';
import { appUrl } from './app-login.ts';
import { record } from './events.ts';
import { followEvents } from './follow-events.ts';

const { db, url, operator } = await world();
const imported = () =>
	operator((act) =>
		record(act, 'territory.imported', crypto.randomUUID(), { kind: 'set', year: 2026, communes: 1 }),
	);

test('news arrive when they are committed, and the follower comes back after a lost connection', async () => {
	const news: (string | null)[] = [];
	const follower = followEvents(appUrl(url), (name) => news.push(name));
	await vi.waitFor(() => expect(news).toEqual([null]));

	await imported();
	await vi.waitFor(() => expect(news).toEqual([null, 'territory.imported']));

	await sql`select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and query = 'listen event'`.execute(db);
	await vi.waitFor(() => expect(news).toEqual([null, 'territory.imported', null]), 3000);
	await imported();
	await vi.waitFor(() => expect(news.at(-1)).toBe('territory.imported'));
	await follower.close();
});

test('an event that is rolled back makes no news', async () => {
	const news: (string | null)[] = [];
	const follower = followEvents(appUrl(url), (name) => news.push(name));
	await vi.waitFor(() => expect(news).toEqual([null]));
	await operator(async (act) => {
		await record(act, 'territory.imported', crypto.randomUUID(), { kind: 'set', year: 2026, communes: 1 });
		throw new Error('undone');
	}).catch(() => {});
	await imported();
	await vi.waitFor(() => expect(news).toHaveLength(2));
	await follower.close();
});
