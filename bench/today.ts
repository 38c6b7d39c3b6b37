// The day of a worker with many people followed: everything that the page reads, orders and says, in one act as the
// application's login with row security on, against one bare count of the alerts that she reads, in the same run.
// node bench/today.ts [people] [openings]
import { sql } from 'kysely';
import { draftReferral, NewReferral } from '../src/lib/pathway/referrals/server/draft-referral.ts';
import { Sending, sendReferral } from '../src/lib/pathway/referrals/server/send-referral.ts';
import { openPathway } from '../src/lib/pathway/server/open-pathway.ts';
import { findAllAlerts } from '../src/lib/rupture/alerts/server/find-alerts.ts';
import { openDay } from '../src/lib/rupture/today/server/day-page.ts';
import { type Act, actAs, actAsOperator } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';

const people = Number(process.argv[2] ?? 200);
const openings = Number(process.argv[3] ?? 100);
/** Colleagues who follow as many people in the same organisation, and organisations that send to it. */
const colleagues = 4;
const requests = 30;
const opened = new Date('2026-11-02T09:00:00Z');
const morning = new Date('2026-11-23T08:00:00Z');

const server = await openTestServer();
const name = await createDatabase(server.url);
const url = onDatabase(server.url, name);
const owner = openPool(url, { max: 2 });
const pool = openPool(appUrl(url), { max: 4 });
try {
	const organisationId = await plantOrganisation('Mission locale');
	const awa = await plantWorker('Awa Diallo', organisationId);
	for (let rank = 0; rank < colleagues; rank++)
		await followPeople(await plantWorker(`Collègue ${rank}`, organisationId));
	await followPeople(awa);
	await plantRest(awa, organisationId);
	await findAllAlerts(databaseOver(pool), () => morning);
	await owner.query('analyze');

	const act = actAs(databaseOver(pool), awa, () => morning);
	const times: number[] = [];
	const bareTimes: number[] = [];
	let day = await act(openDay);
	for (let each = 0; each < openings; each++) {
		const start = performance.now();
		day = await act(openDay);
		const between = performance.now();
		await act(countAlerts);
		times.push(between - start);
		bareTimes.push(performance.now() - between);
	}
	console.log(
		JSON.stringify({
			bench: 'today',
			people,
			colleagues,
			lines: day.total,
			counts: day.counts,
			p50Ms: quantile(times, 0.5),
			p95Ms: quantile(times, 0.95),
			target: { p95Ms: 50 },
			baseline: 'one bare count of the alerts she reads, in an act of the same login',
			baselineP50Ms: quantile(bareTimes, 0.5),
			ratioP50: round(quantile(times, 0.5) / quantile(bareTimes, 0.5)),
		}),
	);
} finally {
	await pool.end();
	await owner.end();
	await dropDatabase(server.url, name);
	await server.close();
}

async function countAlerts({ tx }: Act): Promise<void> {
	await sql`select count(*) from alert where ended_at is null`.execute(tx);
}

async function plantOrganisation(label: string): Promise<string> {
	const { rows } = await owner.query<{ id: string }>(
		`insert into organisation (source, source_id, name, updated_on, digest, imported_at)
		values ('bench', $1, $1, '2026-11-01', '', now()) returning id`,
		[label],
	);
	return rows[0]?.id ?? '';
}

type Worker = Awaited<ReturnType<typeof plantWorker>>;
async function plantWorker(label: string, organisationId: string) {
	return actAsOperator(databaseOver(owner))(async ({ tx, at }) => {
		const email = `${label.toLowerCase().replace(/\W+/g, '.')}@exemple.test`;
		const account = await tx
			.insertInto('account')
			.values({ email, name: label, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const { id } = await tx
			.insertInto('hat')
			.values({ accountId: account.id, role: 'worker', organisationId, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const hat = { id, role: 'worker' as const, organisationId, territoryKind: null, territoryCode: null };
		return { accountId: account.id, hat };
	});
}

/** Opens a pathway for each of her people, three weeks ago, with a step: one in three is overdue. */
async function followPeople(actor: Worker): Promise<void> {
	const act = actAs(databaseOver(pool), actor, () => opened);
	await act(async (one) => {
		for (let rank = 0; rank < people; rank++)
			await openPathway(one, { name: `Personne ${rank}`, words: null });
	});
	await act(async ({ tx }) => {
		await sql`insert into step (pathway_id, words, state, owner, owner_hat_id, owner_name, due_on, proposed_by,
				accepted_by, accepted_at, organisation_id, made_at)
			select w.id, 'Appeler la crèche', 'planned', 'worker', w.lead_hat_id, w.lead_name,
				case row_number() over (order by w.id) % 3 when 0 then date '2026-11-10' else date '2026-12-10' end,
				'worker', 'person', ${opened}, w.lead_organisation_id, ${opened}
			from pathway w where w.lead_hat_id = ${actor.hat.id}`.execute(tx);
		await sql`select set_going(id) from pathway where lead_hat_id = ${actor.hat.id}`.execute(tx);
	});
}

/** Appointments of today and tomorrow, agreements that end, and requests received that nobody answered. */
async function plantRest(actor: Worker, organisationId: string): Promise<void> {
	const partner = await plantOrganisation('PLIE');
	await actAs(
		databaseOver(pool),
		actor,
		() => opened,
	)(async ({ tx }) => {
		await sql`insert into appointment (pathway_id, organisation_id, hat_id, subject_line, with_name, starts_at, minutes, made_at)
			select id, lead_organisation_id, lead_hat_id, 'Point', 'Awa Diallo',
				${morning}::timestamptz + make_interval(hours => (row_number() over ())::integer), 30, ${opened}
			from pathway where lead_hat_id = ${actor.hat.id} limit 12`.execute(tx);
		await sql`insert into agreement (person_id, organisation_id, level, purpose, starts_at, ends_at, proof, text_version,
				way, recorded_by, recorded_by_hat, recorded_at)
			select person_id, ${partner}, 3, 'follow-up', ${opened},
				${morning}::timestamptz + make_interval(days => (row_number() over ())::integer),
				'signed', '1', 'invitation', lead_organisation_id, lead_hat_id, ${opened}
			from pathway where lead_hat_id = ${actor.hat.id} limit 40`.execute(tx);
	});
	const sender = await plantWorker('Nour Petit', partner);
	const sends = actAs(databaseOver(pool), sender, () => opened);
	for (let rank = 0; rank < requests; rank++)
		await sends(async (act) => {
			const pathwayId = await openPathway(act, { name: `Autre ${rank}`, words: null });
			const draft = NewReferral.parse({
				organisationIds: [organisationId],
				domain: 'mobility',
				need: 'Passer le permis',
			});
			const id = await draftReferral(act, pathwayId, draft);
			await sendReferral(act, id, Sending.parse({ basis: 'agreement', proof: 'signed', version: 1 }));
		});
}

function quantile(values: readonly number[], share: number): number {
	return round(values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
