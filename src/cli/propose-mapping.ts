import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, parse } from 'node:path';
import { proposeFor } from '../lib/directory/mapping/server/propose.ts';
import { translate } from '../lib/texts/translator.ts';
import { exit, type Out } from './command.ts';

const mostShown = 30;

/** Writes a mapping proposed for a file beside it, says what it found, and imports nothing: a person checks it first. */
export async function proposeMapping([file = '']: readonly string[], out: Out): Promise<number> {
	const proposal = await proposeFor(file);
	const path = await placed(file, `${JSON.stringify(proposal.file, null, '\t')}\n`);
	out.result({ ...proposal, path });
	out.say(translate('mapping.cli.proposed', { file: basename(file), path }));
	for (const { field, columns } of proposal.fields)
		out.say(translate('mapping.cli.proposed-field', { field, columns: columns.join(', ') }));
	if (proposal.unused.length > 0)
		out.say(
			translate('mapping.cli.proposed-unused', { columns: proposal.unused.slice(0, mostShown).join(', ') }),
		);
	out.say(translate('mapping.cli.proposed-sample', { rows: proposal.sampled, right: proposal.right }));
	out.say(translate('mapping.cli.proposed-next', { path, file }));
	return exit.failed;
}

/** Beside the file, under the first free name: a mapping that someone is correcting is never overwritten. */
async function placed(file: string, text: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-'));
	const written = join(folder, 'correspondance.json');
	try {
		await writeFile(written, text);
		const { dir, name } = parse(file);
		for (let rank = 1; ; rank++) {
			const path = join(dir, `${name}.correspondance${rank === 1 ? '' : `-${rank}`}.json`);
			if (await copied(written, path)) return path;
		}
	} finally {
		await rm(folder, { recursive: true });
	}
}

const copied = (from: string, to: string): Promise<boolean> =>
	copyFile(from, to, constants.COPYFILE_EXCL).then(
		() => true,
		(error: unknown) => {
			if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
			throw error;
		},
	);
