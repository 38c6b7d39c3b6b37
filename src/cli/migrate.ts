import { readSettings } from '../lib/server/settings.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit } from './command.ts';
import { bringUpToDate, openInstallation } from './installation.ts';

export const command: Command = {
	usage: 'migrate',
	help: translate('cli.migrate'),
	run: async ({ out }) => {
		const settings = readSettings(process.env);
		const installation = await openInstallation(settings, 'migrate', (key, values) =>
			out.say(translate(key, values)),
		);
		try {
			const applied = await bringUpToDate(installation, settings);
			out.say(translate('cli.migrate.done', { count: applied.length }));
			out.result({ applied });
			return exit.done;
		} finally {
			await installation.close();
		}
	},
};
