import type { Filters } from '#lib/directory/search/address.ts';
import { nearness } from '#lib/directory/search/rank.ts';
import type { Audience, Fee, WelcomeMode } from '#lib/directory/service.ts';
import { topics } from '#lib/directory/topic.ts';
import { categoriesOf, type Domain, domains } from '#lib/person/domain.ts';

/** What is searched for her: a whole domain of life, or one topic of data·inclusion inside it. */
export interface Need {
	readonly domain: Domain;
	/** Slug `category--topic`; null for the whole domain. */
	readonly topic: string | null;
}

const needsIn = (domain: Domain): [string, Need][] => [
	[domain, { domain, topic: null }],
	...topicsOf(domain).map((topic): [string, Need] => [topic, { domain, topic }]),
];

/** The topics of a domain, in the referential's order. */
export const topicsOf = (domain: Domain): string[] =>
	categoriesOf[domain].flatMap((category) => topics.filter((topic) => topic.startsWith(`${category}--`)));

/** Every need by the code that forms carry: the domain's, or the topic's slug. */
const needs: ReadonlyMap<string, Need> = new Map(domains.flatMap(needsIn));
export const needCodes: readonly string[] = [...needs.keys()];
export const needOf = (code: string): Need | undefined => needs.get(code);

/** What is known of her for one search only: nothing of it is kept. */
export interface Criteria {
	readonly need: Need;
	/** INSEE code. */
	readonly communeCode: string;
	readonly radiusKm: number;
	readonly audiences: readonly Audience[];
	readonly fee: Fee | undefined;
	readonly mode: WelcomeMode | undefined;
	readonly openNow: boolean;
	readonly withPlaces: boolean;
}

/** The search of the directory that answers a need. */
export const filtersFor = ({ need, communeCode, ...criteria }: Criteria): Filters => ({
	...criteria,
	words: '',
	place: '',
	commune: communeCode,
	point: undefined,
	need: '',
	topics: need.topic ? [need.topic] : categoriesOf[need.domain],
	unconditional: false,
	language: '',
	page: 1,
});

/** An employer's rank beside services: distance alone, since nobody tells more; unknown places come with the farthest. */
export const employerScore = (km: number | null, radiusKm: number): number => nearness(km ?? radiusKm);

/** One list of two kinds, the highest score first; at equal scores services come first, then ids decide. */
export function inOneList<Ranked extends { readonly score: number; readonly id: string }>(
	services: readonly Ranked[],
	employers: readonly Ranked[],
	most: number,
): Ranked[] {
	const all = [...services.map((one) => ({ one, kind: 0 })), ...employers.map((one) => ({ one, kind: 1 }))];
	const before = (a: string, b: string) => Number(a > b) - Number(a < b);
	return all
		.sort((a, b) => b.one.score - a.one.score || a.kind - b.kind || before(a.one.id, b.one.id))
		.slice(0, most)
		.map(({ one }) => one);
}
