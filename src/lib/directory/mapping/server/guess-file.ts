import { parse } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { sheetsIn } from '../../server/read-rows.ts';
import { type Guess, guessMapping } from '../guess.ts';
import { guessWorkbook, type SheetSample } from '../guess-workbook.ts';
import { readSample, type Sample } from './read-sample.ts';

const mostSheets = 12;

/**
 * A mapping guessed for a file, and the sample it was guessed from: of its sheets that refer to one another, when it is
 * a workbook that has some.
 * @throws Refusal 422 when the file cannot be read
 */
export async function guessFile(path: string): Promise<Guess & { readonly sample: Sample }> {
	const sample = await readSample(path);
	const { name } = parse(path);
	const several = await guessSheets(path, name);
	const alone = () =>
		guessMapping(
			sample.columns,
			sample.rows.map(({ values }) => values),
			name,
		);
	return { ...(several ?? alone()), sample };
}

async function guessSheets(path: string, name: string): Promise<Guess | undefined> {
	const names = (await sheetsIn(path)).slice(0, mostSheets);
	if (names.length < 2) return undefined;
	const samples: SheetSample[] = [];
	for (const sheet of names) {
		const found = await sampleOf(path, sheet);
		if (found) samples.push(found);
	}
	return guessWorkbook(samples, name);
}

/** A sheet that cannot be read as a table says nothing. */
async function sampleOf(path: string, name: string): Promise<SheetSample | undefined> {
	try {
		const { columns, rows } = await readSample(path, { sheet: name });
		return { name, columns, rows: rows.map(({ values }) => values) };
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}
