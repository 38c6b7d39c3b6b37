import { hatLabel } from '#lib/access/hat-label.ts';
import type { SignedIn } from '#lib/access/session.ts';
import { workMenu } from '#lib/access/work-menu.ts';
import { anonymous } from '#lib/actor.ts';
import { hasDemo } from '#lib/directory/server/load-demo.ts';
import { isSteward } from '#lib/directory/upkeep/deciders.ts';
import { actAs } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { remembered } from '#lib/server/remembered.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Shell, ShellSession } from '#lib/ui/shell.ts';
import type { LayoutServerLoad } from './$types.ts';

const showsDemo = remembered(() => actAs(application().db, anonymous)(hasDemo), {
	fallback: false,
	life: 60_000,
});

export const load: LayoutServerLoad = async ({ locals }): Promise<Shell> => ({
	session: locals.session?.complete ? shownSession(locals.session) : null,
	emulatedMail: application().mailFolder !== null,
	demo: await showsDemo(),
});

const shownSession = ({ accountId, name, hats, hat }: SignedIn): ShellSession => ({
	name,
	hats: hats.map((each) => ({ id: each.id, label: hatLabel(each) })),
	hatId: hat?.id ?? null,
	steward: isSteward({ accountId, hat }),
	organisationId: hat?.organisationId ?? null,
	follows: hat?.role === 'worker' && hat.organisationId !== null,
	work: workMenu(hat).map(({ href, key }) => ({ href, label: translate(key) })),
});
