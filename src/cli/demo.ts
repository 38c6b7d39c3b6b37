import { hasDirectory, loadDemo } from '../lib/directory/server/load-demo.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const command: Command = {
	usage: 'demo',
	help: translate('cli.demo'),
	run: ({ out }) =>
		withInstallation('demo', out.say, async ({ installation }) => {
			if (await installation.operator(hasDirectory)) {
				out.say(translate('cli.demo.kept'));
				out.result({ loaded: false });
				return exit.done;
			}
			const loaded = await loadDemo(installation.operator, new Date());
			out.say(translate('cli.demo.done', loaded));
			out.result({ loaded: true, ...loaded });
			return exit.done;
		}),
};
