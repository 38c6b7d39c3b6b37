// Export of a whole directory in each format: seconds, bytes and memory, beside a COPY of the same rows to nowhere.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { anonymous } from '../src/lib/actor.ts';
import { type ExportFormat, exportFormatNames } from '../src/lib/directory/exports/export-format.ts';
import { exportDirectory } from '../src/lib/directory/exports/server/export-directory.ts';
import { actAs, type Work } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { CopyOut } from './with/copy-out.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const services = Number(process.argv[2] ?? 50_000);
const servicesEach = 4;

const server = await openTestServer();
const name = await createDatabase(server.url);
const owner = openPool(onDatabase(server.url, name));
const pool = openPool(appUrl(onDatabase(server.url, name)), { max: 2 });
try {
	await fill();
	const copySeconds = await copied();
	const work = actAs(databaseOver(pool), anonymous);
	const formats: Record<string, object> = {};
	for (const format of exportFormatNames) formats[format] = await measured(format, work, copySeconds);
	console.log(JSON.stringify({ bench: 'export', services, copySeconds, formats }));
} finally {
	await pool.end();
	await owner.end();
	await dropDatabase(server.url, name);
	await server.close();
}

/** Entries of usual size, straight into the tables. */
async function fill(): Promise<void> {
	const organisations = services / servicesEach;
	await owner.query(`
		insert into place (id, source, key, address, postcode, commune_name, insee_code, longitude, latitude, position)
			select md5('place' || n)::uuid, 'banc', n::text, n || ' rue de Paris', '62300', 'Lens', '62498', 2.8 + n % 100 / 1000.0, 50.4, 'given'
			from generate_series(1, ${organisations}) n;
		insert into organisation (id, source, source_id, name, description, phone, email, place_id, updated_on, digest, imported_at)
			select md5('organisation' || n)::uuid, 'banc', 'banc--o' || n, 'Maison d’essai ' || n, repeat('Accueil de toute personne. ', 8),
				'+33321000000', 'contact@exemple.fr', md5('place' || n)::uuid, '2026-10-01', '', now()
			from generate_series(1, ${organisations}) n;
		insert into service (organisation_id, source, source_id, name, description, kind, topics, fee, audiences, welcome_modes, zone,
				mobilisation_modes, mobilisable_by, opening_hours, updated_on, digest, imported_at)
			select md5('organisation' || n % ${organisations} + 1)::uuid, 'banc', 'banc--s' || n, 'Atelier d’essai ' || n,
				repeat('On vient une fois par semaine, avec ou sans rendez-vous. ', 8), 'workshop', '{mobilite--preparer-un-permis}', 'free',
				'{young-people,women}', '{on-site}', '{62,62498}', '{phone,email}', '{people}', 'Mo-Fr 09:00-12:00,14:00-17:00; PH off', '2026-10-01', '', now()
			from generate_series(1, ${services}) n;
		analyze`);
}

/** Seconds for the database to send every service with who offers it and its place, as text that nobody reads. */
async function copied(): Promise<number> {
	const client = new pg.Client(onDatabase(server.url, name));
	await client.connect();
	try {
		const begun = performance.now();
		const copy =
			new CopyOut(`copy (select s.*, o.*, p.* from service s join organisation o on o.id = s.organisation_id
			left join place p on p.id = coalesce(s.place_id, o.place_id)) to stdout`);
		client.query(copy);
		await copy.done;
		return secondsSince(begun);
	} finally {
		await client.end();
	}
}

/** Time, and how much memory grows: resident, and alive once the collector has run. */
async function measured(format: ExportFormat, work: Work, copySeconds: number) {
	collect();
	const before = { resident: process.memoryUsage.rss(), alive: process.memoryUsage().heapUsed };
	const highest = { ...before };
	let bytes = 0;
	let pieces = 0;
	const begun = performance.now();
	for await (const piece of exportDirectory(format, work, new Date())) {
		bytes += piece.length;
		highest.resident = Math.max(highest.resident, process.memoryUsage.rss());
		if (++pieces % 50 > 0) continue;
		collect();
		highest.alive = Math.max(highest.alive, process.memoryUsage().heapUsed);
	}
	const seconds = secondsSince(begun);
	return {
		seconds,
		servicesPerSecond: Math.round(services / seconds),
		ratio: Number((seconds / copySeconds).toFixed(1)),
		megabytes: Math.round(bytes / 1e6),
		residentGrowthMb: Math.round((highest.resident - before.resident) / 1e6),
		liveGrowthMb: Math.round((highest.alive - before.alive) / 1e6),
	};
}

function secondsSince(begun: number): number {
	return Number(((performance.now() - begun) / 1000).toFixed(2));
}
