/** A page of a list as HSDS 3.1 wraps it: all seven members, always. */
export interface Envelope<Item> {
	readonly total_items: number;
	readonly total_pages: number;
	readonly page_number: number;
	/** How many items this page has. */
	readonly size: number;
	readonly first_page: boolean;
	readonly last_page: boolean;
	readonly empty: boolean;
	readonly contents: readonly Item[];
}

export interface Numbers {
	/** Counted from 1. */
	readonly page: number;
	readonly perPage: number;
	readonly total: number;
}

/** An empty list has one page, that is empty; a page past the last one is empty too. */
export function envelope<Item>(contents: readonly Item[], { page, perPage, total }: Numbers): Envelope<Item> {
	const pages = Math.max(1, Math.ceil(total / perPage));
	return {
		total_items: total,
		total_pages: pages,
		page_number: page,
		size: contents.length,
		first_page: page === 1,
		last_page: page >= pages,
		empty: contents.length === 0,
		contents,
	};
}

/** A page of what is already in memory. */
export const pageOf = <Item>(items: readonly Item[], page: number, perPage: number): Envelope<Item> =>
	envelope(items.slice((page - 1) * perPage, page * perPage), { page, perPage, total: items.length });
