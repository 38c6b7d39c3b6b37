// Import of data·inclusion services into an empty directory: services a minute, and what it costs in memory.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importSource } from '../src/lib/directory/server/import-source.ts';
import { actAsOperator } from '../src/lib/server/act.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import { ensureReference } from '../src/lib/territory/server/load-reference.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const services = Number(process.argv[2] ?? 20_000);
const servicesEach = 4;
const target = 100_000;
const communes = ['62498', '62510', '59350', '75056', '69123', '97411', '33063', '35238'];

const folder = await mkdtemp(join(tmpdir(), 'passerelles-bench-'));
const server = await openTestServer();
const name = await createDatabase(server.url);
const pool = openPool(onDatabase(server.url, name));
try {
	const operator = actAsOperator(databaseOver(pool));
	const files = [join(folder, 'structures.json'), join(folder, 'services.json')];
	await writeJson(files[0]!, structures());
	await writeJson(files[1]!, servicesOf());
	await operator(ensureReference);
	console.log(JSON.stringify(await measure(() => importSource(operator, 'data-inclusion', files, {}))));
} finally {
	await pool.end();
	await dropDatabase(server.url, name);
	await server.close();
	await rm(folder, { recursive: true });
}

/**
 * Times the import. Memory is looked at all along: resident, where what the collector leaves for later counts too, and
 * alive, once it has run: what must not grow with the file.
 */
async function measure(run: () => ReturnType<typeof importSource>) {
	collect();
	const [resident, alive] = [process.memoryUsage.rss(), process.memoryUsage().heapUsed];
	const highest = { resident, alive };
	const look = setInterval(
		() => (highest.resident = Math.max(highest.resident, process.memoryUsage.rss())),
		50,
	);
	const collecting = setInterval(() => {
		collect();
		highest.alive = Math.max(highest.alive, process.memoryUsage().heapUsed);
	}, 1000);
	const begun = performance.now();
	const { added, rejected } = await run();
	const seconds = (performance.now() - begun) / 1000;
	clearInterval(look);
	clearInterval(collecting);
	if (added !== services + services / servicesEach)
		throw new Error(`${added} added; ${JSON.stringify(rejected[0])}`);
	const perMinute = Math.round((services / seconds) * 60);
	return {
		bench: 'import',
		services,
		seconds: Number(seconds.toFixed(2)),
		perMinute,
		target,
		ratio: Number((perMinute / target).toFixed(2)),
		rssGrowthMb: Math.round((highest.resident - resident) / 1e6),
		liveGrowthMb: Math.round((highest.alive - alive) / 1e6),
		baseline: '100 000 services a minute',
	};
}

function* structures() {
	for (let i = 0; i < services / servicesEach; i++)
		yield {
			source: 'banc',
			id: `banc--structure-${i}`,
			nom: `Maison d’essai ${i}`,
			date_maj: '2026-10-01',
			description: 'Une maison inventée pour mesurer la vitesse des imports.',
			...addressOf(i),
			telephone: '+33300000000',
			reseaux_porteurs: ['ccas-cias'],
		};
}

function* servicesOf() {
	for (let i = 0; i < services; i++)
		yield {
			source: 'banc',
			id: `banc--service-${i}`,
			structure_id: `banc--structure-${Math.floor(i / servicesEach)}`,
			nom: `Accompagnement d’essai ${i}`,
			description: 'Un accompagnement inventé, avec assez de mots pour ressembler à un vrai. '.repeat(8),
			date_maj: '2026-10-01',
			type: 'accompagnement',
			thematiques: ['mobilite--preparer-un-permis', 'numerique--acquerir-un-equipement'],
			frais: 'gratuit',
			publics: ['jeunes', 'demandeurs-emploi'],
			conditions_acces: 'Habiter le territoire.',
			...addressOf(Math.floor(i / 2)),
			modes_accueil: ['en-presentiel'],
			zone_eligibilite: ['62'],
			modes_mobilisation: ['telephoner'],
			mobilisable_par: ['usagers', 'professionnels'],
			horaires_accueil: hoursOf(i),
		};
}

/** A thousand different weeks: reading each costs more than keeping it. */
function hoursOf(i: number): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `Mo-Fr ${two(8 + (i % 4))}:${two((i * 7) % 60)}-12:00; Sa 14:00-${two(15 + (i % 5))}:${two((i * 11) % 60)}`;
}

function addressOf(i: number) {
	return { commune: 'Essai', code_insee: communes[i % communes.length], adresse: `${i} rue de la Mesure` };
}

/** One JSON array, an element a line, written as it is made. */
async function writeJson(path: string, rows: Iterable<object>): Promise<void> {
	function* text() {
		let before = '[\n';
		for (const row of rows) {
			yield before + JSON.stringify(row);
			before = ',\n';
		}
		yield '\n]\n';
	}
	await pipeline(Readable.from(text()), createWriteStream(path));
}
