import { translate } from '#lib/texts/translator.ts';
import type { Entry } from './entry.ts';

/** What decides where one may go. */
export interface Place {
	/** The pages of one's work, as in the menu. */
	readonly menu: readonly { readonly href: string; readonly label: string }[];
	/** The pathway that is open on the screen, when its steps are read. */
	readonly pathwayId?: string | undefined;
	readonly organisationId?: string | null | undefined;
	readonly steward?: boolean;
}

/** Acts first, those of the pathway on the screen before all; then the pages of the menu. */
export const entriesAt = ({ menu, pathwayId, organisationId, steward }: Place): readonly Entry[] => [
	...(pathwayId ? actsOn(`/parcours/${pathwayId}`) : []),
	act('/personnes/nouvelle', translate('palette.act-open')),
	act('/personnes/code', translate('palette.act-code')),
	...menu.map(({ href, label }) => page(href, label)),
	page('/trouver', translate('palette.find')),
	...(steward ? [page('/annuaire', translate('palette.desk'))] : []),
	...(organisationId ? [page(`/structures/${organisationId}`, translate('palette.own-page'))] : []),
	page('/compte', translate('palette.account')),
];

const actsOn = (pathway: string): readonly Entry[] => [
	act(`${pathway}/orienter`, translate('palette.act-refer')),
	act(`${pathway}/rendez-vous`, translate('palette.act-meet')),
	act(`${pathway}/notes`, translate('palette.act-note')),
	act(`${pathway}/etapes`, translate('palette.act-step')),
];

const act = (href: string, label: string): Entry => ({ href, label, kind: 'act' });
const page = (href: string, label: string): Entry => ({ href, label, kind: 'page' });
