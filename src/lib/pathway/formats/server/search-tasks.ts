import type { Bundle, BundleEntry } from 'fhir/r4';
import type { Act } from '#lib/server/act.ts';
import type { ExportedReferral } from '../exported-referral.ts';
import { resourcesOf } from '../fhir.ts';
import { taskOf } from '../fhir-task.ts';
import type { TaskSearch } from '../task-search.ts';
import { exportReferrals } from './export-referral.ts';

/** One page of the follow-ups that the actor may see, and where the next one is. `asked`: the whole address of the search. */
export async function searchTasks(act: Act, search: TaskSearch, asked: URL): Promise<Bundle> {
	const { nothing, along, limit, offset, ...filter } = search;
	const found = nothing ? [] : await exportReferrals(act, { ...filter, limit: limit + 1, offset });
	const shown = found.slice(0, limit);
	const base = asked.origin + asked.pathname;
	return {
		resourceType: 'Bundle',
		type: 'searchset',
		link: [
			{ relation: 'self', url: asked.href },
			...(found.length > limit ? [{ relation: 'next', url: nextOf(asked, offset + limit) }] : []),
		],
		entry: [
			...shown.map((referral) => ({
				fullUrl: `${base}/${referral.id}`,
				resource: taskOf(referral),
				search: { mode: 'match' as const },
			})),
			...alongWith(shown, along, base.replace(/\/Task$/, '')),
		],
	};
}

/** What the follow-ups refer to, each once: of one person known by several referrals, as the latest tells her. */
function alongWith(referrals: readonly ExportedReferral[], kinds: readonly string[], base: string) {
	const found = new Map<string, BundleEntry>();
	for (const resource of referrals.flatMap(resourcesOf)) {
		const fullUrl = `${base}/${resource.resourceType}/${resource.id}`;
		if (kinds.includes(resource.resourceType) && !found.has(fullUrl))
			found.set(fullUrl, { fullUrl, resource, search: { mode: 'include' } });
	}
	return [...found.values()];
}

function nextOf(asked: URL, offset: number): string {
	const next = new URL(asked);
	next.searchParams.set('_offset', String(offset));
	return next.href;
}
