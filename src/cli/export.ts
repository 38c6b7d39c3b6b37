import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { anonymous } from '../lib/actor.ts';
import {
	type ExportFormat,
	exportFileName,
	exportFormatNames,
	isExportFormat,
} from '../lib/directory/exports/export-format.ts';
import { exportDirectory } from '../lib/directory/exports/server/export-directory.ts';
import { readExportMarks } from '../lib/directory/exports/server/export-marks.ts';
import { actAs, type Work } from '../lib/server/act.ts';
import { databaseOver, openPool } from '../lib/server/database.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, textOption, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const command: Command = {
	usage: 'export FORMAT [--out FICHIER]',
	help: translate('cli.export'),
	options: { out: { type: 'string', value: 'FICHIER', help: translate('cli.export.out') } },
	run: (given) => {
		const format = formatOf(given);
		return withInstallation('export', given.out.say, async ({ installation }) => {
			const pool = openPool(installation.appUrl, { max: 2 });
			try {
				await run(given, format, actAs(databaseOver(pool), anonymous), new Date());
				return exit.done;
			} finally {
				await pool.end();
			}
		});
	},
};

function formatOf({ words: [format = '', ...others] }: Given): ExportFormat {
	if (isExportFormat(format) && others.length === 0) return format;
	throw new WrongUse(translate('cli.export.usage', { formats: exportFormatNames.join(', ') }));
}

/** Nobody in particular takes it away: what is confidential is not in it. */
async function run(given: Given, format: ExportFormat, work: Work, now: Date): Promise<void> {
	const file = textOption(given, 'out') ?? exportFileName(format, now);
	const { structures, services } = await work(readExportMarks);
	const bytes = await write(file, exportDirectory(format, work, now), (so) =>
		given.out.progress(translate('cli.export.progress', { megabytes: Math.round(so / 1e6) })),
	);
	given.out.result({ format, file, bytes, structures, services });
	given.out.say(translate('cli.export.done', { file, structures, services }));
}

/** Written beside, then put in its place: a file that is there is whole. */
async function write(
	file: string,
	pieces: AsyncIterable<Uint8Array>,
	onBytes: (soFar: number) => void,
): Promise<number> {
	const partial = `${file}.partial`;
	let bytes = 0;
	const counted = async function* () {
		for await (const piece of pieces) {
			bytes += piece.length;
			onBytes(bytes);
			yield piece;
		}
	};
	try {
		await pipeline(Readable.from(counted()), createWriteStream(partial));
		await rename(partial, file);
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
	return bytes;
}
