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

/** What an address asks: `?qui=moi&prenom=li&page=2`; what it does not know, it leaves out. */
export const peopleAsked = (search: Pick<URLSearchParams, 'get'>): AskedPeople => ({
	whose: whose.find((each) => inAddress[each] === search.get('qui')),
	name: (search.get('prenom') ?? '').trim().slice(0, 80),
	page: pageOf(search),
});

/** The address of a list: its inverse. */
export function peopleHref({ whose, name = '', page = 1 }: Partial<AskedPeople>): string {
	const search = new URLSearchParams();
	if (whose) search.set('qui', inAddress[whose]);
	if (name) search.set('prenom', name);
	if (page > 1) search.set('page', String(page));
	return search.size > 0 ? `/personnes?${search}` : '/personnes';
}
