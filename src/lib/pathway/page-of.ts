/** How many events a page of a timeline holds. */
export const eventsPerPage = 50;

/** The page asked in an address, from 1; anything else is the first. */
export function pageOf(search: Pick<URLSearchParams, 'get'>): number {
	const page = Number(search.get('page') ?? '1');
	return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
