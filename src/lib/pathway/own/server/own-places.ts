import * as z from 'zod';
import { findOrganisations } from '#lib/access/server/hat-places.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

export const SearchedPlace = z.object({ name: z.string().trim().min(2, 'own-hand.share-short').max(120) });
export const ChosenPlace = z.object({ organisation: z.uuid('own-hand.place-missing') });

const mostFound = 8;

/** The places whose name holds what she typed, the nearest first. */
export const searchPlaces = async (act: Act, name: string) =>
	(await findOrganisations(act, name, mostFound)).map(({ id, name: place, detail }) => ({
		id,
		place,
		detail,
	}));

/** @throws Refusal 422 when there is no such place */
export async function choosePlace({ tx }: Act, organisation: string) {
	const found = await tx
		.selectFrom('organisation')
		.select(['id', 'name as place'])
		.where('id', '=', organisation)
		.executeTakeFirst();
	if (!found) throw new Refusal(422, 'own-hand.place-missing');
	return found;
}
