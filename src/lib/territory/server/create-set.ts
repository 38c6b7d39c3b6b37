import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { resolveCommune } from '../resolve.ts';
import type { Territory } from '../territory.ts';
import { loadSuccessors } from './communes.ts';
import { replaceMembers, writeTerritories } from './territories.ts';

export const NewSet = z.object({
	/** Short and stable: the same code in the same year is the same territory. */
	code: z.string().regex(/^[a-z0-9-]{1,60}$/),
	name: z.string().trim().min(1, 'territory.set-name-missing').max(200),
	year: z.int().min(1990).max(2100),
	/** INSEE codes; arrondissements and former communes stand for their commune of today. */
	communes: z.array(z.string()).min(1, 'territory.set-empty').max(40_000),
});

/**
 * Makes a territory of any communes, or changes one's name and communes. As the operator.
 * @throws Refusal 422 naming the communes that are unknown
 */
export async function createSet(act: Act, set: z.infer<typeof NewSet>): Promise<Territory> {
	const { code, name, year, communes } = set;
	const successors = await loadSuccessors(act);
	const resolved = communes.map((commune) => ({
		commune,
		current: resolveCommune(commune, (from) => successors.get(from)),
	}));
	const unknown = resolved.filter(({ current }) => current === null).map(({ commune }) => commune);
	if (unknown.length > 0)
		throw new Refusal(422, 'territory.set-unknown-communes', {
			count: unknown.length,
			codes: unknown.slice(0, 10).join(', '),
		});
	const current = new Set(resolved.flatMap((one) => one.current ?? []));
	const territory: Territory = { kind: 'set', code, year, name };
	await writeTerritories(act, [territory]);
	await replaceMembers(act, territory, [...current]);
	await record(act, 'territory.imported', randomUUID(), { kind: 'set', year, communes: current.size });
	return territory;
}
