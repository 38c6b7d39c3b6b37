// Import of data·inclusion services and of a table by a mapping, into empty directories, against PostgreSQL's own COPY of
// the same rows into bare tables; then a large table read to its end. Time, and the memory of this process.
// node bench/import.ts [services] [megabytes]
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { readMappingValue } from '../src/lib/directory/mapping/read-mapping.ts';
import { assignFiles } from '../src/lib/directory/mapping/server/assign-files.ts';
import { readMapped } from '../src/lib/directory/mapping/server/read-mapped.ts';
import { importMapped, importSource } from '../src/lib/directory/server/import-source.ts';
import { actAsOperator } from '../src/lib/server/act.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import { ensureReference } from '../src/lib/territory/server/load-reference.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { CopyIn } from './with/copy-in.ts';
import { measured } from './with/memory.ts';

const services = Number(process.argv[2] ?? 180_000);
const megabytes = Number(process.argv[3] ?? 500);
const organisations = Math.ceil((services * 11) / 18);
const ownerOf = (service: number) => Math.floor((service * organisations) / services);
const target = { seconds: 60, megabytes: 400 };
const communes = ['62498', '62510', '59350', '75056', '69123', '97411', '33063', '35238'];

const { mapping: read, faults } = readMappingValue({
	version: 1,
	name: 'Banc',
	source: 'banc',
	structure: {
		id: { digest: ['Structure', 'Voie'] },
		nom: 'Structure',
		adresse: 'Voie',
		code_insee: { column: 'INSEE', steps: ['insee'] },
		telephone: { column: 'Tél', steps: ['phone'] },
	},
	services: [
		{
			id: 'Code',
			nom: 'Intitulé',
			description: { column: 'Descriptif', steps: ['text'] },
			thematiques: { column: 'Thèmes', steps: [{ split: '|' }, { table: 'thematiques' }, 'unique'] },
			publics: { column: 'Publics', steps: [{ split: '|' }, { table: 'publics' }, 'unique'] },
			frais: { column: 'Tarif', steps: [{ table: 'frais' }] },
			horaires_accueil: { column: 'Horaires', steps: [{ replace: [[', Sa', '; Sa']] }, 'hours'] },
		},
	],
});
if (!read) throw new Error(JSON.stringify(faults));
const mapping = read;

const folder = await mkdtemp(join(tmpdir(), 'passerelles-bench-'));
const server = await openTestServer();
try {
	const files = [join(folder, 'structures.json'), join(folder, 'services.json')];
	await writeJson(files[0]!, structures());
	await writeJson(files[1]!, servicesOf());
	const table = join(folder, 'table.csv');
	await writeTable(table, services);
	const direct = await imported((operator) => importSource(operator, 'data-inclusion', files));
	const mapped = await imported((operator) => importMapped(operator, mapping, [table]));
	const copySeconds = await copied();
	console.log(
		JSON.stringify({
			bench: 'import',
			services,
			organisations,
			...direct,
			mapped,
			target,
			baseline: 'COPY of the same rows into two bare tables',
			copySeconds,
			ratio: Number((direct.seconds / copySeconds).toFixed(1)),
			reading: await readLarge(),
		}),
	);
} finally {
	await server.close();
	await rm(folder, { recursive: true });
}

/** Times an import into an empty directory. */
async function imported(
	run: (operator: ReturnType<typeof actAsOperator>) => ReturnType<typeof importSource>,
) {
	const name = await createDatabase(server.url);
	const pool = openPool(onDatabase(server.url, name));
	try {
		const operator = actAsOperator(databaseOver(pool));
		await operator(ensureReference);
		const { result, ...measures } = await measured(() => run(operator));
		const { rejectedLines, rejected } = result;
		if (rejectedLines > 0) throw new Error(`${rejectedLines} lines left out; ${JSON.stringify(rejected[0])}`);
		return measures;
	} finally {
		await pool.end();
		await dropDatabase(server.url, name);
	}
}

/** Seconds that COPY takes for the same values, without a check, an index or a place. */
async function copied(): Promise<number> {
	const name = await createDatabase(server.url);
	const client = new pg.Client(onDatabase(server.url, name));
	await client.connect();
	try {
		const begun = performance.now();
		for (const [bare, rows] of [
			['bare_structure', structures],
			['bare_service', servicesOf],
		] as const) {
			const [first] = rows();
			const columns = Object.keys(first ?? {});
			await client.query(`create table ${bare} (${columns.map((column) => `${column} text`).join(', ')})`);
			const copy = new CopyIn(`copy ${bare} from stdin`, copyText(rows()));
			client.query(copy);
			await copy.done;
		}
		return Number(((performance.now() - begun) / 1000).toFixed(2));
	} finally {
		await client.end();
		await dropDatabase(server.url, name);
	}
}

function* copyText(rows: Iterable<object>): Generator<string> {
	let piece = '';
	for (const row of rows) {
		piece += `${Object.values(row).map(String).join('\t')}\n`;
		if (piece.length < 1_000_000) continue;
		yield piece;
		piece = '';
	}
	yield piece;
}

/** A table of hundreds of megabytes, read by its mapping to its last line. */
async function readLarge() {
	const path = join(folder, 'large.csv');
	await writeTable(path, Number.POSITIVE_INFINITY, megabytes * 1e6);
	const files = await assignFiles(mapping, [path]);
	const today = new Date();
	const { result, ...measures } = await measured(async () => {
		let rows = 0;
		for await (const _ of readMapped(mapping, files, { now: today, today: '2026-11-23', onNotice: () => {} }))
			rows += 1;
		return rows;
	});
	return { megabytes: Math.round((await stat(path)).size / 1e6), rows: result, ...measures };
}

function* structures() {
	for (let i = 0; i < organisations; i++) yield structure(i);
}

function structure(i: number) {
	return {
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
	for (let i = 0; i < services; i++) yield service(i);
}

function service(i: number) {
	return {
		source: 'banc',
		id: `banc--service-${i}`,
		structure_id: `banc--structure-${ownerOf(i)}`,
		nom: `Accompagnement d’essai ${i}`,
		description: 'Un accompagnement inventé, avec assez de mots pour ressembler à un vrai. '.repeat(8),
		date_maj: '2026-10-01',
		type: 'accompagnement',
		thematiques: ['mobilite--preparer-un-permis', 'numerique--acquerir-un-equipement'],
		frais: 'gratuit',
		publics: ['jeunes', 'demandeurs-emploi'],
		conditions_acces: 'Habiter le territoire.',
		...addressOf(ownerOf(i)),
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

/** The same services as a table of no known format, their structure beside each of them. */
async function writeTable(path: string, rows: number, bytes = Number.POSITIVE_INFINITY): Promise<void> {
	function* text() {
		yield 'Code;Structure;Intitulé;Descriptif;Voie;INSEE;Tél;Thèmes;Publics;Tarif;Horaires\n';
		for (let [i, written] = [0, 0]; i < rows && written < bytes; i++) {
			const { nom, description, adresse, code_insee, horaires_accueil } = service(i);
			const line = `${i};Maison d’essai ${ownerOf(i)};${nom};${description};${adresse};${code_insee};03 00 00 00 00;Permis de conduire|Numérique;Jeunes|Demandeurs d'emploi;Gratuit;${horaires_accueil.replaceAll(';', ',')}\n`;
			written += line.length;
			yield line;
		}
	}
	await pipeline(Readable.from(text()), createWriteStream(path));
}
