import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { listPeople } from '../../server/list-people.ts';
import type { Found } from '../found.ts';

/** How many are offered: what one reads at a glance. */
const offered = 8;

/**
 * People whom the actor may read and whose name has a word that begins so; nobody while nothing is typed. Beside each
 * first name, who follows her: two people may bear the same.
 */
export async function findPeople(act: Act, typed: string): Promise<Found> {
	const name = typed.trim().slice(0, 80);
	const found = /[\p{L}\p{N}]/u.test(name) ? await listPeople(act, { whose: undefined, name, page: 1 }) : [];
	const people = found.slice(0, offered).map(({ id, name: label, leadName }) => ({
		href: `/parcours/${id}`,
		label,
		detail: translate('palette.followed-by', { name: leadName }),
	}));
	return { people, more: found.length > offered };
}
