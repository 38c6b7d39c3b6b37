import type { EntryKind } from '../fields.ts';
import { readTerritory } from '../upkeep/territory-options.ts';

/** Which pairs a list shows, as its address says. */
export interface PairFilter {
	/** Those that wait, or those that somebody decided. */
	readonly decided: boolean;
	readonly kind: EntryKind | null;
	readonly territory: { readonly kind: string; readonly code: string } | null;
	/** The import that brought or changed one of the two. */
	readonly run: string | null;
	/** From 1. */
	readonly page: number;
}

const kinds: Readonly<Record<string, EntryKind>> = { structures: 'organisation', services: 'service' };
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readPairFilter(search: Pick<URLSearchParams, 'get'>): PairFilter {
	const run = search.get('import') ?? '';
	return {
		decided: search.get('etat') === 'decides',
		kind: kinds[search.get('type') ?? ''] ?? null,
		territory: readTerritory(search.get('territoire')) ?? null,
		run: uuid.test(run) ? run : null,
		page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
	};
}
