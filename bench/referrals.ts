// Referrals drafted and sent with their fields, agreement, moves, events and jobs, on the embedded engine, against one bare
// insert of a row as wide in the same run. node bench/referrals.ts [referrals] [writers]
import pg from 'pg';
import { draftReferral, NewReferral } from '../src/lib/pathway/referrals/server/draft-referral.ts';
import { Sending, sendReferral } from '../src/lib/pathway/referrals/server/send-referral.ts';
import { openPathway } from '../src/lib/pathway/server/open-pathway.ts';
import { actAs, actAsOperator } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import { median } from '../src/lib/testing/accounts.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';

const referrals = Number(process.argv[2] ?? 1000);
const writers = Number(process.argv[3] ?? 4);
const target = { perSecond: 100 };

const server = await openTestServer();
const name = await createDatabase(server.url);
const url = onDatabase(server.url, name);
const owner = openPool(url, { max: 2 });
const pool = openPool(appUrl(url), { max: writers });
try {
	const { act, recipients } = await world();
	const pathways = await inTurn(referrals, () =>
		act((one) => openPathway(one, { name: 'Lila', words: null })),
	);
	const times: number[] = [];
	const started = performance.now();
	await together(pathways, async (pathwayId, index) => {
		const start = performance.now();
		await act(async (one) => {
			const organisationIds = [recipients[index % recipients.length]];
			const need = 'Je veux passer mon permis pour aller travailler.';
			const draft = NewReferral.parse({ organisationIds, domain: 'mobility', need, fields: ['phone'] });
			const id = await draftReferral(one, pathwayId, draft);
			await sendReferral(one, id, Sending.parse({ basis: 'agreement', proof: 'signed', version: 1 }));
		});
		times.push(performance.now() - start);
	});
	const seconds = (performance.now() - started) / 1000;
	const bare = await bareInserts();
	times.sort((a, b) => a - b);
	console.log(
		JSON.stringify({
			bench: 'referrals',
			referrals,
			writers,
			perSecond: Math.round(referrals / seconds),
			p50Ms: round(median(times)),
			p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
			target,
			baseline: 'one bare insert a transaction, same engine, same writers',
			barePerSecond: bare,
			ratio: round(referrals / seconds / bare),
		}),
	);
} finally {
	await pool.end();
	await owner.end();
	await dropDatabase(server.url, name);
	await server.close();
}

async function world() {
	const operator = actAsOperator(databaseOver(owner));
	const organisation = (rank: number) =>
		operator(({ tx, at }) =>
			tx
				.insertInto('organisation')
				.values({
					source: 'bench',
					sourceId: `bench--${rank}`,
					name: `Association ${rank}`,
					updatedOn: '2026-11-01',
					digest: '',
					importedAt: at,
				})
				.returning('id')
				.executeTakeFirstOrThrow(),
		);
	const ids = (await inTurn(51, organisation)).map(({ id }) => id);
	const actor = await operator(async ({ tx, at }) => {
		const account = await tx
			.insertInto('account')
			.values({ email: 'awa@exemple.test', name: 'Awa Diallo', createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const organisationId = ids[0] ?? '';
		const { id } = await tx
			.insertInto('hat')
			.values({ accountId: account.id, role: 'worker', organisationId, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		return {
			accountId: account.id,
			hat: { id, role: 'worker' as const, organisationId, territoryKind: null, territoryCode: null },
		};
	});
	return { act: actAs(databaseOver(pool), actor), recipients: ids.slice(1) };
}

async function inTurn<Made>(count: number, make: (rank: number) => Promise<Made>): Promise<Made[]> {
	const made: Made[] = [];
	for (let rank = 0; rank < count; rank++) made.push(await make(rank));
	return made;
}

async function together<One>(
	all: readonly One[],
	work: (one: One, index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const writer = async () => {
		for (let index = next++; index < all.length; index = next++) await work(all[index]!, index);
	};
	await Promise.all(Array.from({ length: writers }, writer));
}

/** How fast the same engine acknowledges one row of the same weight in its own transaction. */
async function bareInserts(): Promise<number> {
	const clients = new pg.Pool({ connectionString: url, max: writers });
	await clients.query('create table bare (id bigserial primary key, words text not null)');
	const started = performance.now();
	await together(Array.from({ length: referrals }), async () => {
		await clients.query('insert into bare (words) values ($1)', ['x'.repeat(2000)]);
	});
	const seconds = (performance.now() - started) / 1000;
	await clients.end();
	return Math.round(referrals / seconds);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
