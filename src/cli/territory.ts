import { readFile } from 'node:fs/promises';
import { Refusal } from '../lib/refusal.ts';
import { listTerritory } from '../lib/territory/server/find-territories.ts';
import { openSet, SetToOpen } from '../lib/territory/server/open-set.ts';
import { isTextKey, translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, textOption, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const command: Command = {
	usage: 'territory create NOM COMMUNE… [--file FICHIER]',
	help: translate('cli.territory'),
	options: { file: { type: 'string', value: 'FICHIER', help: translate('cli.territory.file') } },
	run: async (given) => {
		const asked = await readAsked(given);
		return withInstallation('territory', given.out.say, async ({ installation, settings }) => {
			const { code, name, year, communes } = await installation.operator(async (act) => {
				const { code } = await openSet(act, asked);
				return listTerritory(act, 'set', code);
			});
			given.out.say(translate('cli.territory.made', { name, communes: communes.length }));
			const origin = settings.origin ?? `http://localhost:${settings.port}`;
			given.out.say(translate('cli.territory.page', { address: `${origin}/territoires/${code}` }));
			given.out.result({ code, name, year, communes: communes.map((commune) => commune.code) });
			return exit.done;
		});
	},
};

async function readAsked(given: Given) {
	const [action, name, ...words] = given.words;
	if (action !== 'create' || !name) throw new WrongUse(translate('cli.territory.usage'));
	const file = textOption(given, 'file');
	const communes = [...words, ...(file ? [await textOf(file)] : [])].join('\n');
	const asked = SetToOpen.safeParse({ name, communes });
	if (asked.success) return asked.data;
	const message = asked.error.issues[0]?.message ?? '';
	throw new WrongUse(isTextKey(message) ? translate(message) : translate('cli.territory.usage'));
}

const textOf = (file: string): Promise<string> =>
	readFile(file, 'utf8').catch(() => {
		throw new Refusal(404, 'cli.territory.no-file', { file });
	});
