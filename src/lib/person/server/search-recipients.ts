import { findOrganisations } from '#lib/access/server/hat-places.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';

const mostFound = 8;

/** Organisations to choose from: those of the words searched, and the one already chosen. */
export async function searchRecipients(act: Act, words: string, chosen: string) {
	const found = words ? await findOrganisations(act, words, mostFound) : [];
	const kept =
		found.some(({ id }) => id === chosen) || !chosen ? [] : await findOrganisations(act, chosen, 1);
	const own = act.actor.hat?.organisationId;
	return [...kept, ...found]
		.filter(({ id }) => id !== own)
		.map(({ id, name, detail }) => ({
			value: id,
			label: name,
			...(detail && { hint: translate('agreements.organisation-in', { commune: detail }) }),
		}));
}
