import { hasDirectory, loadDemo } from '../lib/directory/server/load-demo.ts';
import { removeDemo } from '../lib/directory/server/remove-demo.ts';
import { removePeople } from '../lib/pathway/demo/server/remove-people.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Out } from './command.ts';
import type { Installation } from './installation.ts';
import { loadFollowed } from './prepare.ts';
import { withInstallation } from './with-installation.ts';

export const command: Command = {
	usage: 'demo [--remove]',
	help: translate('cli.demo'),
	options: { remove: { type: 'boolean', help: translate('cli.demo.remove') } },
	run: ({ out, options }) =>
		withInstallation('demo', out.say, ({ installation }) =>
			options.remove ? remove(installation, out) : load(installation, out),
		),
};

async function load(installation: Installation, out: Out): Promise<number> {
	const { operator } = installation;
	if (await operator(hasDirectory)) {
		out.say(translate('cli.demo.kept'));
		out.result({ loaded: false });
		return exit.done;
	}
	const region = await loadDemo(operator, new Date());
	const loaded = { ...region, ...(await loadFollowed(installation)) };
	out.say(translate('cli.demo.done', loaded));
	out.result({ loaded: true, ...loaded });
	return exit.done;
}

async function remove({ operator }: Installation, out: Out): Promise<number> {
	const removed = await removeDemo(operator, removePeople);
	const { accounts, organisations, services, kept } = removed;
	const nothing = accounts + organisations + services === 0;
	out.say(nothing ? translate('cli.demo.not-there') : translate('cli.demo.removed', { ...removed }));
	if (kept > 0) out.say(translate('cli.demo.some-kept', { count: kept }));
	out.result(removed);
	return exit.done;
}
