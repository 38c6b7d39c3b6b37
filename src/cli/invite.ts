import { Email } from '../lib/access/email.ts';
import { everywhere, type HatPlace, placeBlockedBy } from '../lib/access/hat-place.ts';
import { type FoundPlace, findOrganisations, findTerritories } from '../lib/access/server/hat-places.ts';
import { inviteByOperator } from '../lib/access/server/invite-by-operator.ts';
import { type Role, roles } from '../lib/actor.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Act } from '../lib/server/act.ts';
import { translate } from '../lib/texts/translator.ts';
import { type Command, exit, type Given, textOption, WrongUse } from './command.ts';
import { withInstallation } from './with-installation.ts';

const listed = roles.join(', ');
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

export const command: Command = {
	usage: 'invite ADRESSE [--role CASQUETTE] [--organisation STRUCTURE | --territory TERRITOIRE]',
	help: translate('cli.invite'),
	options: {
		role: { type: 'string', value: 'CASQUETTE', help: translate('cli.invite.role', { roles: listed }) },
		organisation: { type: 'string', value: 'STRUCTURE', help: translate('cli.invite.organisation') },
		territory: { type: 'string', value: 'TERRITOIRE', help: translate('cli.invite.territory') },
	},
	run: (given) => {
		const { email, role } = readInvited(given);
		return withInstallation('invite', given.out.say, async ({ installation, settings }) => {
			const { place, name } = await installation.operator((act) => readPlace(act, given));
			const blocked = placeBlockedBy(role, place);
			if (blocked) throw new WrongUse(translate(blocked));
			const token = await installation.operator((act) => inviteByOperator(act, { email, role, place }));
			const link = `${settings.origin ?? `http://localhost:${settings.port}`}/invitation/${token}`;
			const hat = translate(`access.role.${role}`);
			given.out.say(
				name
					? translate('cli.invite.for-place', { email, role: hat, place: name })
					: translate('cli.invite.for-all', { email, role: hat }),
			);
			given.out.say(translate('cli.invite.link', { link }));
			given.out.result({ email, role, place: name, link });
			return exit.done;
		});
	},
};

function readInvited(given: Given): { email: string; role: Role } {
	const [typed = ''] = given.words;
	if (!typed) throw new WrongUse(translate('cli.invite.usage'));
	const email = Email.safeParse(typed);
	if (!email.success) throw new WrongUse(translate('cli.invite.bad-email', { email: typed }));
	const role = textOption(given, 'role') ?? 'administrator';
	if (!isRole(role)) throw new WrongUse(translate('cli.invite.bad-role', { role, roles: listed }));
	return { email: email.data, role };
}

interface ChosenPlace {
	readonly place: HatPlace;
	/** Null: everywhere. */
	readonly name: string | null;
}

async function readPlace(act: Act, given: Given): Promise<ChosenPlace> {
	const [organisation, territory] = [textOption(given, 'organisation'), textOption(given, 'territory')];
	if (organisation && territory) throw new WrongUse(translate('cli.invite.one-place'));
	if (organisation) {
		const found = await findOrganisations(act, organisation, mostShown);
		return theOnly(organisation, found, ({ id }) => id);
	}
	if (territory) {
		const found = await findTerritories(act, territory, mostShown);
		return theOnly(territory, found, ({ kind, code }) => `${kind}:${code}`);
	}
	return { place: everywhere, name: null };
}

const mostShown = 10;

/** @throws Refusal when nothing answers to it, or several do: they are listed as the option takes them. */
function theOnly<Found extends FoundPlace>(
	typed: string,
	found: readonly Found[],
	key: (found: Found) => string,
): Found {
	const [first] = found;
	if (!first) throw new Refusal(404, 'cli.invite.unknown-place', { value: typed });
	const exact = found.filter((each) => [key(each), each.name].includes(typed));
	if (exact.length === 1) return exact[0]!;
	if (found.length === 1) return first;
	const list = found.map((each) => `  ${key(each)}  ${[each.name, each.detail].filter(Boolean).join(', ')}`);
	throw new Refusal(409, 'cli.invite.several-places', { value: typed, list: list.join('\n') });
}
