import { Email } from '../lib/access/email.ts';
import { inviteByOperator } from '../lib/access/server/invite-by-operator.ts';
import { type Role, roles } from '../lib/actor.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, textOption, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

const listed = roles.join(', ');
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

export const command: Command = {
	usage: 'invite ADRESSE',
	help: translate('cli.invite'),
	options: {
		role: { type: 'string', value: 'CASQUETTE', help: translate('cli.invite.role', { roles: listed }) },
	},
	run: (given) => {
		const [typed = ''] = given.words;
		if (!typed) throw new WrongUse(translate('cli.invite.usage'));
		const email = Email.safeParse(typed);
		if (!email.success) throw new WrongUse(translate('cli.invite.bad-email', { email: typed }));
		const role = textOption(given, 'role') ?? 'administrator';
		if (!isRole(role)) throw new WrongUse(translate('cli.invite.bad-role', { role, roles: listed }));
		return withInstallation('invite', given.out.say, async ({ installation, settings }) => {
			const token = await installation.operator((act) => inviteByOperator(act, { email: email.data, role }));
			const link = `${settings.origin ?? `http://localhost:${settings.port}`}/invitation/${token}`;
			given.out.say(translate('cli.invite.done', { email: email.data, link }));
			given.out.result({ email: email.data, role, link });
			return exit.done;
		});
	},
};
