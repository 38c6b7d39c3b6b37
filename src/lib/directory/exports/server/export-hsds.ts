import type { Work } from '#lib/server/act.ts';
import { toOrganization } from '../../formats/hsds-organization.ts';
import { withoutOrganisation } from '../../formats/hsds-service.ts';
import { taxonomies, taxonomyTerms } from '../../formats/hsds-taxonomies.ts';
import { mapped, pagesOf } from '../../publishing/server/pages.ts';
import { readOrganisations } from '../../publishing/server/read-organisations.ts';
import { readServicesOf } from '../../publishing/server/read-services-of.ts';
import { csvLines } from '../csv-lines.ts';
import { dataPackage } from '../data-package.ts';
import { columnsOf, fileOf, type HsdsTable, hsdsTableNames } from '../hsds-tables.ts';
import { rowsOf } from '../hsds-tabular.ts';
import { bytes, jsonList } from './json-pieces.ts';
import { openSpool, type Spool } from './spool.ts';
import { type ZippedFile, zipStream } from './zip-stream.ts';

/** Organizations with their services, in the order of ids; a page of both at a time. */
const organizations = (work: Work, now: Date) =>
	mapped(pagesOf(work, readOrganisations, {}, 200), async (page) => {
		const services = await work((act) => readServicesOf(act, page));
		return page.map((one) => ({
			...toOrganization(one),
			services: (services.get(one.id) ?? []).map((service) => withoutOrganisation(service, now)),
		}));
	});

/** HSDS 3.1 in JSON, one list: each organization with its services. */
export async function* exportHsdsJson(work: Work, now: Date): AsyncGenerator<Uint8Array> {
	yield bytes('[');
	yield* jsonList(organizations(work, now));
	yield bytes(']\n');
}

/** HSDS 3.1 in tables, packed with what describes them. */
export async function* exportHsdsCsv(work: Work, now: Date): AsyncGenerator<Uint8Array> {
	const spool = await openSpool();
	try {
		yield* zipStream(filesOf(spool, work, now), now);
	} finally {
		await spool.remove();
	}
}

/** The description comes first: whoever waits sees at once that something comes. */
async function* filesOf(spool: Spool, work: Work, now: Date): AsyncGenerator<ZippedFile> {
	yield { name: 'datapackage.json', pieces: [bytes(JSON.stringify(dataPackage(now), null, '\t'))] };
	await fill(spool, work, now);
	for (const table of hsdsTableNames) yield { name: fileOf(table), pieces: spool.read(fileOf(table)) };
}

async function fill(spool: Spool, work: Work, now: Date): Promise<void> {
	const append = (table: HsdsTable, rows: readonly Readonly<Record<string, unknown>>[]) =>
		spool.append(fileOf(table), csvLines(columnsOf(table), rows, { lists: 'json' }));
	for (const table of hsdsTableNames) await spool.append(fileOf(table), `${columnsOf(table).join(',')}\r\n`);
	await append('taxonomy', taxonomies);
	await append('taxonomy_term', taxonomyTerms);
	const units = new Set<unknown>();
	for await (const page of organizations(work, now)) {
		const tables = page.map(rowsOf);
		for (const table of hsdsTableNames) {
			const rows = tables.flatMap((one) => one.get(table) ?? []);
			await append(table, table === 'unit' ? rows.filter(({ id }) => !units.has(id) && units.add(id)) : rows);
		}
	}
}
