import type { Act, Work } from '#lib/server/act.ts';
import type { Page, Slice, Wanted } from './wanted.ts';

const usual = 500;

type Read<Entry> = (act: Act, wanted: Wanted, slice: Slice) => Promise<Page<Entry>>;

/** All that is wanted, page after page in the order of ids; each page is read in a transaction of its own. */
export async function* pagesOf<Entry extends { readonly id: string }>(
	work: Work,
	read: Read<Entry>,
	wanted: Wanted,
	limit = usual,
): AsyncGenerator<readonly Entry[]> {
	let after: string | undefined;
	do {
		const from = after;
		const { entries } = await work((act) => read(act, wanted, { after: from, limit }));
		if (entries.length > 0) yield entries;
		after = entries.length < limit ? undefined : entries.at(-1)?.id;
	} while (after !== undefined);
}

/** The same pages, told otherwise. */
export async function* mapped<Entry, Told>(
	pages: AsyncIterable<readonly Entry[]>,
	tell: (page: readonly Entry[]) => Promise<readonly Told[]> | readonly Told[],
): AsyncGenerator<readonly Told[]> {
	for await (const page of pages) yield await tell(page);
}
