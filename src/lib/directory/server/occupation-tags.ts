import type { Act } from '#lib/server/act.ts';
import { occupationTags, type TagsByRome } from '../shown-offers.ts';
import { oneOf } from './closed-lists.ts';

/** The tags of these occupations, by ROME code: one query, none when there is no code. */
export async function tagsOf({ tx }: Act, romeCodes: readonly (string | null)[]): Promise<TagsByRome> {
	const codes = [...new Set(romeCodes.filter((code) => code !== null))];
	if (codes.length === 0) return new Map();
	const rows = await tx
		.selectFrom('occupationTag')
		.select(['romeCode', 'tag'])
		.where('romeCode', 'in', codes)
		.execute();
	const byCode = Map.groupBy(rows, ({ romeCode }) => romeCode);
	return new Map(
		[...byCode].map(([code, tags]) => [code, tags.flatMap(({ tag }) => oneOf(occupationTags, tag) ?? [])]),
	);
}
