import { serve } from '../../server.ts';
import { demoPassword, demoPeople } from '../lib/directory/demo/people.ts';
import { readSettings } from '../lib/server/settings.ts';
import { isTextKey, translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given } from './command.ts';

export const command: Command = {
	usage: 'serve',
	help: translate('cli.serve'),
	run: async ({ out }: Given) => {
		const stopped = stopSignal();
		const running = await serve(readSettings(process.env), (key, values) => out.say(translate(key, values)));
		out.say('');
		out.say(translate('cli.ready', { address: running.address }));
		if (running.demo === 'open') for (const line of demoSignIns()) out.say(line);
		if (running.demo === 'refused') out.say(translate('cli.demo-refused'));
		out.say(translate('cli.stop-hint'));
		out.result({ address: running.address });
		await stopped;
		out.say(translate('cli.stopping'));
		await running.close();
		out.say(translate('cli.stopped'));
		return exit.done;
	},
};

/** The first signal stops cleanly; a second one stops at once. */
function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		for (const signal of ['SIGINT', 'SIGTERM'] as const)
			process.on(signal, () => {
				if (asked) process.exit(130);
				asked = true;
				resolve();
			});
	});
}

function* demoSignIns(): Generator<string> {
	yield translate('cli.demo-accounts', { password: demoPassword });
	for (const { email, name, hats } of demoPeople) {
		const labels = hats
			.map(({ role }) => `access.role.${role}`)
			.map((key) => (isTextKey(key) ? translate(key) : key));
		yield translate('cli.demo-account', { email, name, role: labels.join(', ') });
	}
}
