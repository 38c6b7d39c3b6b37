// The page of a pathway with five hundred events, in an organisation that follows many people, as a browser asks for it;
// against the page of somebody followed by an organisation of her own size: what the others cost. node bench/pathway.ts [people]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { demoPassword } from '#lib/directory/demo/people.ts';
import { openPool } from '#lib/server/database.ts';
import { openEngine } from '#lib/server/engine/engine.ts';
import { startServer } from './with/server.ts';

const people = Number(process.argv[2] ?? 5000);
const events = 500;
const views = 200;
const port = 4186;
const address = `http://localhost:${port}`;

const folder = mkdtempSync(join(tmpdir(), 'passerelles-pathway-'));
const served = await startServer(['node', 'bin/passerelles', 'serve'], {
	port,
	env: { PASSERELLES_DATA: folder },
	ready: '/readyz',
});
const engine = await openEngine({ dataFolder: folder, command: 'bench', say: () => {} });
const owner = openPool(engine.url);
try {
	// Thousands of people are written as no application may: by the owner, freed of the policies in this database alone.
	for (const table of ['person', 'pathway', 'event'])
		await owner.query(`alter table ${table} no force row level security`);
	const few = await times('julien@demo.example.org', await fill(owner, 'julien@demo.example.org', 1));
	const many = await times('awa@demo.example.org', await fill(owner, 'awa@demo.example.org', people));
	console.log(
		JSON.stringify({
			bench: 'pathway',
			people,
			events,
			p50Ms: at(many, 0.5),
			p95Ms: at(many, 0.95),
			target: { p50Ms: 60 },
			baseline: 'the same page in an organisation that follows nobody else, same run',
			baselineP50Ms: at(few, 0.5),
			ratio: Number((at(many, 0.5) / at(few, 0.5)).toFixed(2)),
		}),
	);
} finally {
	await owner.end();
	await engine.close();
	await served.stop();
	rmSync(folder, { recursive: true, force: true });
}

/** People followed by one worker; the last of them has a long history. @returns her pathway */
async function fill(pool: pg.Pool, email: string, count: number): Promise<string> {
	const { rows } = await pool.query<{ id: string }>(
		`with lead as (select h.id, h.organisation_id, a.name from hat h join account a on a.id = h.account_id
				where a.email = $1 and h.role = 'worker' limit 1),
			known as (insert into person (id, name, opened_by, opened_at)
				select gen_random_uuid(), 'Personne ' || n, organisation_id, now() from lead, generate_series(1, $2::int) n returning id)
		insert into pathway (id, person_id, lead_hat_id, lead_organisation_id, lead_name, opened_at)
		select gen_random_uuid(), known.id, lead.id, lead.organisation_id, lead.name, now() from lead, known returning id`,
		[email, count],
	);
	const id = rows.at(-1)?.id ?? '';
	await pool.query(
		`insert into event (name, subject, details, happened_at, hat_id, organisation_id)
		select 'note.written', w.id, '{"contact":true}', now() - n * interval '1 hour', w.lead_hat_id, w.lead_organisation_id
		from pathway w, generate_series(1, $2::int) n where w.id = $1`,
		[id, events],
	);
	await pool.query('analyze');
	return id;
}

async function times(email: string, pathway: string): Promise<number[]> {
	const cookie = await signIn(email);
	const found: number[] = [];
	for (let view = 0; view < views + 20; view++) {
		const begun = performance.now();
		const response = await fetch(`${address}/parcours/${pathway}`, { headers: { cookie } });
		const page = await response.text();
		if (view >= 20) found.push(performance.now() - begun);
		if (response.status !== 200 || !page.includes('Personne ')) throw new Error(`page: ${response.status}`);
	}
	return found.sort((a, b) => a - b);
}

async function signIn(email: string): Promise<string> {
	const response = await fetch(`${address}/connexion?/mot-de-passe`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: address, accept: 'text/html' },
		body: new URLSearchParams({ email, password: demoPassword }),
	});
	const cookie = response.headers.getSetCookie().find((one) => one.startsWith('session='));
	if (!cookie) throw new Error(`sign-in: ${response.status}`);
	return cookie.split(';')[0] ?? '';
}

function at(sorted: readonly number[], share: number): number {
	return Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1));
}
