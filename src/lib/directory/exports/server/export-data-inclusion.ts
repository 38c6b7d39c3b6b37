import type { Work } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { tellService, tellStructure } from '../../publishing/di-answers.ts';
import { toldService, toldStructure } from '../../publishing/di-schemas.ts';
import { mapped, pagesOf } from '../../publishing/server/pages.ts';
import { readOrganisations } from '../../publishing/server/read-organisations.ts';
import { readServices } from '../../publishing/server/read-services.ts';
import { csvLines } from '../csv-lines.ts';
import { licence } from '../export-format.ts';
import { bytes, jsonList } from './json-pieces.ts';
import { type ZippedFile, zipStream } from './zip-stream.ts';

const structures = (work: Work) =>
	mapped(pagesOf(work, readOrganisations, {}), (page) => page.map(tellStructure));
const services = (work: Work) => mapped(pagesOf(work, readServices, {}), (page) => page.map(tellService));

/** data·inclusion v1 in JSON: one object with its `structures`, then its `services`. */
export async function* exportDataInclusionJson(work: Work, now: Date): AsyncGenerator<Uint8Array> {
	const about = { licence: licence.name, licence_url: licence.url, date: now.toISOString() };
	yield bytes(`${JSON.stringify(about).slice(0, -1)},\n"structures":[`);
	yield* jsonList(structures(work));
	yield bytes('],\n"services":[');
	yield* jsonList(services(work));
	yield bytes(']}\n');
}

/** data·inclusion v1 in two tables, packed with their licence. */
export const exportDataInclusionCsv = (work: Work, now: Date): AsyncGenerator<Uint8Array> =>
	zipStream(filesOf(work, now), now);

const structureColumns = Object.keys(toldStructure.shape);
const serviceColumns = Object.keys(toldService.omit({ score_qualite: true }).shape);

async function* filesOf(work: Work, now: Date): AsyncGenerator<ZippedFile> {
	const about = translate('api.export.readme', { date: now.toISOString().slice(0, 10), url: licence.url });
	yield { name: 'LISEZMOI.txt', pieces: [bytes(`${about}\n`)] };
	yield { name: 'structures.csv', pieces: table(structureColumns, structures(work)) };
	yield { name: 'services.csv', pieces: table(serviceColumns, services(work)) };
}

async function* table(
	columns: readonly string[],
	pages: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>,
): AsyncGenerator<Uint8Array> {
	yield bytes(`${columns.join(',')}\r\n`);
	for await (const page of pages) yield bytes(csvLines(columns, page));
}
