import { resetSecondFactor } from '../lib/access/server/reset-second-factor.ts';
import { reopenAccount, suspendAccount } from '../lib/access/server/suspend-account.ts';
import type { Act } from '../lib/server/act.ts';
import type { TextKey } from '../lib/texts/catalogue.ts';
import { translate } from '../lib/texts/translator.ts';
import { closest } from './closest.ts';
import { type Command, exit, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

type Outcome = 'unknown' | 'already' | 'not-set' | 'done';
interface Deed {
	readonly do: (act: Act, email: string) => Promise<Outcome>;
	/** What is said when it is done, and when there was nothing to do. */
	readonly done: TextKey;
	readonly nothing: TextKey;
}

/** What the installation's owner may do to an account, by name. */
const deeds: Readonly<Record<string, Deed>> = {
	suspend: { do: suspendAccount, done: 'cli.account.suspended', nothing: 'cli.account.already-suspended' },
	reopen: { do: reopenAccount, done: 'cli.account.reopened', nothing: 'cli.account.already-open' },
	'reset-second-factor': {
		do: resetSecondFactor,
		done: 'cli.account.second-factor-reset',
		nothing: 'cli.account.no-second-factor',
	},
};

export const command: Command = {
	usage: 'account suspend|reopen|reset-second-factor ADRESSE',
	help: translate('cli.account'),
	run: ({ words, out }) => {
		const [name = '', email = ''] = words;
		const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
		if (!deed || !email) throw new WrongUse(complaint(name, email));
		return withInstallation('account', out.say, async ({ installation }) => {
			const outcome = await installation.operator((act) => deed.do(act, email));
			out.say(translate(sentences[outcome] ?? deed[outcome === 'done' ? 'done' : 'nothing'], { email }));
			out.result({ email, outcome });
			return outcome === 'unknown' ? exit.failed : exit.done;
		});
	},
};

const sentences: Partial<Record<Outcome, TextKey>> = { unknown: 'cli.account.unknown' };

function complaint(name: string, email: string): string {
	if (Object.hasOwn(deeds, name) && !email) return translate('cli.account.usage-email');
	const near = closest(name, Object.keys(deeds));
	return near ? translate('cli.account.usage-near', { name, near }) : translate('cli.account.usage');
}
