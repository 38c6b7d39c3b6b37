import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findServicesById, type KnownService } from '../../server/services.ts';

export const Favourite = z.object({ service: z.uuid('import-run.no-service') });
type Favourite = z.infer<typeof Favourite>;

export const mostFavourites = 200;

/**
 * Keeps a service at hand in the actor's account; kept twice, it is there once.
 * @throws Refusal 401 without an account, 404 when there is no such service, 409 when too many are kept
 */
export async function addFavourite(act: Act, { service }: Favourite): Promise<void> {
	const { accountId } = act.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	const [found] = await findServicesById(act, [service]);
	if (!found) throw new Refusal(404, 'import-run.no-service');
	const mine = await favouriteIds(act);
	if (mine.length >= mostFavourites)
		throw new Refusal(409, 'lists.too-many-favourites', { most: mostFavourites });
	await act.tx
		.insertInto('favourite')
		.values({ accountId, serviceId: service, addedAt: act.at })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await record(act, 'list.favourite-added', accountId, {});
}

export async function removeFavourite(act: Act, { service }: Favourite): Promise<void> {
	const { accountId } = act.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	await act.tx.deleteFrom('favourite').where('serviceId', '=', service).execute();
	await record(act, 'list.favourite-removed', accountId, {});
}

/** The actor's favourites, the last one kept first. */
export const listFavourites = async (act: Act): Promise<KnownService[]> =>
	findServicesById(act, await favouriteIds(act));

const favouriteIds = async ({ tx }: Act): Promise<string[]> => {
	const rows = await tx.selectFrom('favourite').select('serviceId').orderBy('addedAt', 'desc').execute();
	return rows.map(({ serviceId }) => serviceId);
};
