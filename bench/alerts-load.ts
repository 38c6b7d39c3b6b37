// Everybody's facts read from the tables and told again from nothing, as the hourly job reads them, two thousand people at
// a time, against one bare count of the same rows in the same run. node bench/alerts-load.ts [people]
import { sql } from 'kysely';
import { scan } from '../src/lib/rupture/evaluate.ts';
import { foldAll } from '../src/lib/rupture/fold/fold-fact.ts';
import { loadFacts } from '../src/lib/rupture/server/load-facts.ts';
import { loadThresholds } from '../src/lib/rupture/server/load-thresholds.ts';
import { emptyState } from '../src/lib/rupture/state.ts';
import { actAsClock } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { measured } from './with/memory.ts';

const people = Number(process.argv[2] ?? 100_000);
const peopleAtOnce = 2000;
const morning = new Date('2026-11-23T08:00:00Z');
const tables = [
	'person',
	'pathway',
	'goal',
	'step',
	'note',
	'appointment',
	'agreement',
	'referral',
	'referral_move',
	'event',
];

const server = await openTestServer();
const name = await createDatabase(server.url);
const url = onDatabase(server.url, name);
const owner = openPool(url, { max: 1 });
const pool = openPool(appUrl(url), { max: 2 });
try {
	await plant();
	const asClock = actAsClock(databaseOver(pool), () => morning);
	const { result, seconds, residentMb } = await measured(() => asClock(replay));
	const begun = performance.now();
	await owner.query(tables.map((table) => `select count(*) from ${table}`).join(';'));
	const baselineSeconds = (performance.now() - begun) / 1000;
	console.log(
		JSON.stringify({
			bench: 'alerts-load',
			people,
			facts: result.facts,
			alerts: result.alerts,
			seconds,
			residentMb,
			target: { seconds: 10, residentMb: 1000 },
			baseline: 'one bare count of the rows of the same tables',
			baselineSeconds: Number(baselineSeconds.toFixed(2)),
			ratio: Number((seconds / baselineSeconds).toFixed(1)),
		}),
	);
} finally {
	await pool.end();
	await owner.end();
	await dropDatabase(server.url, name);
	await server.close();
}

async function replay(act: Parameters<typeof loadFacts>[0]) {
	const thresholds = await loadThresholds(act);
	const { rows } = await sql<{ personId: string }>`
		select distinct person_id from pathway order by person_id`.execute(act.tx);
	let state = emptyState();
	let facts = 0;
	for (let from = 0; from < rows.length; from += peopleAtOnce) {
		const some = rows.slice(from, from + peopleAtOnce).map(({ personId }) => personId);
		const told = await loadFacts(act, some);
		facts += told.length;
		state = foldAll(state, told);
	}
	return { facts, alerts: scan(state, thresholds, act.at.getTime()).size };
}

/** Invented histories, set by set: a goal, two steps moved twice, exchanges, appointments, agreements and referrals. */
async function plant(): Promise<void> {
	for (const table of tables)
		await owner.query(
			`alter table ${table} no force row level security; alter table ${table} disable trigger user`,
		);
	await owner.query(`
		insert into organisation (source, source_id, name, updated_on, digest, imported_at)
		select 'bench', 'o' || n, 'Organisation ' || n, '2026-11-01', '', now() from generate_series(1, 50) n;
		insert into account (email, name, created_at) select 'w' || n || '@exemple.test', 'Awa', now() from generate_series(1, 500) n;
		insert into hat (account_id, role, organisation_id, created_at)
		select a.id, 'worker', o.id, now() from (select id, row_number() over () n from account) a
			join (select id, row_number() over () n from organisation) o on o.n = a.n % 50 + 1;
		create temp table worker as select row_number() over () n, id hat, organisation_id org from hat;
		create temp table one as select g as n, gen_random_uuid() person, gen_random_uuid() pathway, w.hat, w.org,
			timestamptz '2026-01-05 09:00' + g % 280 * interval '1 day' as at, timestamptz '2026-11-20 09:00' - g % 60 * interval '1 day' as lately
			from generate_series(1, ${people}) g join worker w on w.n = g % 500 + 1`);
	await owner.query(`
		insert into person (id, name, opened_by, opened_at) select person, 'Personne', org, at from one;
		insert into pathway (id, person_id, state, lead_hat_id, lead_organisation_id, lead_name, opened_at)
			select pathway, person, 'active', hat, org, 'Awa', at from one;
		insert into event (name, subject, details, happened_at) select 'pathway.activated', pathway, '{}', at from one order by at;
		insert into goal (pathway_id, domain, words, said_by, organisation_id, set_at) select pathway, 'mobility', 'Conduire', 'person', org, at from one;
		create temp table walked as select gen_random_uuid() id, o.* from one o, generate_series(1, 2);
		insert into step (id, pathway_id, words, state, owner, owner_hat_id, owner_name, due_on, proposed_by, accepted_by, accepted_at, organisation_id, made_at)
			select id, pathway, 'Appeler', 'planned', 'worker', hat, 'Awa', date '2026-11-23' + (n % 40 - 10), 'worker', 'person', at, org, at from walked;
		insert into event (name, subject, details, happened_at)
			select 'step.moved', pathway, jsonb_build_object('step', id, 'to', s.state), at + s.later
			from walked, (values ('accepted', interval '0'), ('planned', interval '1 hour')) s(state, later) order by at;
		insert into note (pathway_id, organisation_id, hat_id, author_name, shared, words, contact_way, contact_on, written_at)
			select pathway, org, hat, 'Awa', true, 'Point', 'phone', (lately - k * interval '20 days')::date, lately - k * interval '20 days'
			from one, generate_series(0, 1) k where lately - k * interval '20 days' > at;
		insert into appointment (pathway_id, organisation_id, hat_id, subject_line, with_name, starts_at, minutes, state, made_at)
			select pathway, org, hat, 'Point', 'Awa', lately, 30, case when n % 7 = 0 then 'missed' else 'kept' end, lately - interval '6 days' from one;
		create temp table asked as select gen_random_uuid() id, gen_random_uuid() agreement, o.*, (select org from worker w where w.n = (o.n + 1) % 500 + 1) target
			from one o where n % 2 = 0;
		insert into agreement (id, person_id, organisation_id, level, purpose, starts_at, ends_at, proof, text_version, way, recorded_by, recorded_by_hat, recorded_at)
			select agreement, person, target, 2, 'referral', lately, lately + interval '90 days', 'signed', '1', 'referral', org, hat, lately from asked;
		insert into referral (id, pathway_id, from_organisation_id, from_hat_id, from_name, to_organisation_id, domain, state, agreement_id, made_at, state_since)
			select id, pathway, org, hat, 'Awa', target, 'mobility', case when n % 4 = 0 then 'sent' else 'accepted' end, agreement, lately, lately from asked where target <> org;
		insert into referral_move (referral_id, from_state, to_state, side, at)
			select a.id, m.before, m.after, m.side, a.lately + m.later from asked a join referral r on r.id = a.id,
				(values ('draft', 'sent', 'source', interval '0'), ('sent', 'accepted', 'target', interval '1 day')) m(before, after, side, later)
			where m.after = 'sent' or a.n % 4 > 0 order by a.lately + m.later;`);
	await owner.query('analyze');
}
