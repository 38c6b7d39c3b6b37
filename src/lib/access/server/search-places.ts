import * as z from 'zod';
import type { Act } from '../../server/act.ts';
import { isTextKey, translate } from '../../texts/translator.ts';
import { everywhere, placeValue } from '../hat-place.ts';
import { findOrganisations, findTerritories } from './hat-places.ts';
import { InvitationAnywhere } from './invite-anywhere.ts';

/** What the form of an invitation holds while its place is being looked for: nothing typed is lost. */
export const PlaceSearch = z.object({
	words: z.string().trim().max(200).default(''),
	email: z.string().max(300).default(''),
	role: z.string().max(40).default(''),
});

/** An invitation as its form sends it, with the words of the search that found its place. */
export const InvitationForm = InvitationAnywhere.extend({ words: PlaceSearch.shape.words });

/** A place to choose, as the form shows it. */
export interface PlaceOption {
	readonly value: string;
	readonly label: string;
	readonly hint: string;
}

const mostOfEach = 6;

/** The organisations and territories of that name, the nearest first, and the whole platform at the end. */
export async function searchPlaces(act: Act, words: string): Promise<PlaceOption[]> {
	const organisations = words ? await findOrganisations(act, words, mostOfEach) : [];
	const territories = words ? await findTerritories(act, words, mostOfEach) : [];
	return [
		...organisations.map(({ place, name, detail }) => ({
			value: placeValue(place),
			label: name,
			hint: detail
				? translate('access.place-organisation-in', { commune: detail })
				: translate('access.place-organisation'),
		})),
		...territories.map(({ place, name, kind }) => ({
			value: placeValue(place),
			label: name,
			hint: translate('access.place-territory', { kind: kindLabel(kind) }),
		})),
		{
			value: placeValue(everywhere),
			label: translate('access.place-everywhere'),
			hint: translate('access.place-everywhere-hint'),
		},
	];
}

const kindLabel = (kind: string): string => {
	const key: string = `territory.kind-${kind}`;
	return isTextKey(key) ? translate(key) : kind;
};
