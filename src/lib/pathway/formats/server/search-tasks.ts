import type { Bundle } from 'fhir/r4';
import type { Act } from '#lib/server/act.ts';
import { taskOf } from '../fhir-task.ts';
import type { TaskSearch } from '../task-search.ts';
import { exportReferrals } from './export-referral.ts';

/** One page of the follow-ups that the actor may see, and where the next one is. `asked`: the whole address of the search. */
export async function searchTasks(act: Act, search: TaskSearch, asked: URL): Promise<Bundle> {
	const { nothing, limit, offset, ...filter } = search;
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
		entry: shown.map((referral) => ({
			fullUrl: `${base}/${referral.id}`,
			resource: taskOf(referral),
			search: { mode: 'match' },
		})),
	};
}

function nextOf(asked: URL, offset: number): string {
	const next = new URL(asked);
	next.searchParams.set('_offset', String(offset));
	return next.href;
}
