import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { PublishedService } from '../entry.ts';
import { readServices } from './read-services.ts';

/** The published services of several organisations, by the id of each. */
export async function readServicesOf(
	act: Act,
	organisations: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly PublishedService[]>> {
	const ids = organisations.map(({ id }) => id);
	const wanted = { where: [sql<boolean>`o.id = any(${ids}::uuid[])`] };
	const { entries } = await readServices(act, wanted, { limit: null });
	return Map.groupBy(entries, ({ organisation }) => organisation.id);
}
