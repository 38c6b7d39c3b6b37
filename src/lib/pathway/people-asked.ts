import { pageOf } from './page-of.ts';

/** Whose people a list shows: those I follow, those of my organisation, those who share with us. */
export const whose = ['mine', 'organisation', 'shared'] as const;
export type Whose = (typeof whose)[number];

const inAddress = { mine: 'moi', organisation: 'organisation', shared: 'partages' } as const satisfies Record<
	Whose,
	string
>;

export interface AskedPeople {
	readonly whose: Whose | undefined;
	/** The beginning of a word of a first name; empty for everybody. */
	readonly name: string;
	readonly page: number;
}

/**
 * What an address asks: `?qui=moi&page=2`; what it does not know, it leaves out. A name is in no address: it comes in
 * the body of a request, and is sought on one page.
 */
export const peopleAsked = (search: Pick<URLSearchParams, 'get'>, typed = ''): AskedPeople => ({
	whose: whose.find((each) => inAddress[each] === search.get('qui')),
	name: typed.trim().slice(0, 80),
	page: typed ? 1 : pageOf(search),
});

/** The address of a list: its inverse, but for the name. */
export function peopleHref({ whose, page = 1 }: Partial<Omit<AskedPeople, 'name'>>): string {
	const search = new URLSearchParams();
	if (whose) search.set('qui', inAddress[whose]);
	if (page > 1) search.set('page', String(page));
	return search.size > 0 ? `/personnes?${search}` : '/personnes';
}
