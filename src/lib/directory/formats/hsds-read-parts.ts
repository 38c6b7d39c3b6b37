import { closuresOf } from '../nested.ts';
import type { Closure } from '../organisation.ts';
import { isLink } from './data-inclusion-rules.ts';
import type { HsdsAttribute, HsdsService } from './hsds-schema.ts';
import { type TaxonomyName, termBehind } from './hsds-taxonomies.ts';

/** Who reads a file, and when. */
export interface ReadingContext {
	/** Name of the source of what does not tell its own. */
	readonly source: string;
	/** Calendar date, YYYY-MM-DD. */
	readonly today: string;
}

interface Told {
	readonly id: string;
	readonly source?: string | undefined;
	readonly source_id?: string | undefined;
}

/** The source of an entry and its identifier there; our profile tells both, else the UUID serves. */
export const originOf = ({ id, source: own, source_id }: Told, { source }: ReadingContext) => {
	const name = own ?? source;
	return { source: name, sourceId: source_id ?? `${name}--${id.toLowerCase()}` };
};

/** The codes that attributes give in one of our taxonomies, by our code of each slug. */
export function codesFrom<Code extends string>(
	attributes: readonly HsdsAttribute[] | undefined,
	taxonomy: TaxonomyName,
	codeOf: Readonly<Record<string, Code>>,
): Code[] {
	return slugsFrom(attributes, taxonomy).flatMap((slug) => codeOf[slug] ?? []);
}

export const slugsFrom = (
	attributes: readonly HsdsAttribute[] | undefined,
	taxonomy: TaxonomyName,
): string[] => [
	...new Set(
		(attributes ?? []).flatMap(({ taxonomy_term_id, taxonomy_term }) => {
			const term = termBehind(taxonomy_term_id ?? taxonomy_term?.id ?? '');
			return term?.name === taxonomy ? [term.code] : [];
		}),
	),
];

export const closuresFrom = (closures: HsdsService['closures']): Closure[] => closuresOf(closures);

export const codesOfLanguages = (languages: HsdsService['languages'] = []): string[] => [
	...new Set(
		languages.flatMap(({ code }) => (code && /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(code) ? [code] : [])),
	),
];

/** Only what a browser opens: never `javascript:`. */
export const linkFrom = (url: string | undefined): string | null =>
	url !== undefined && isLink(url) ? url : null;

export const labelled = (
	links: readonly { readonly label?: string | undefined; readonly url: string }[] | undefined,
	name: string,
): string | null => linkFrom(links?.find(({ label }) => label === name)?.url);

const biggest = 2_147_483_647;

/** A whole number from `least`, as the directory keeps them; anything else says nothing. */
export const wholeFrom = (value: number | undefined, least: number): number | null =>
	value !== undefined && Number.isInteger(value) && value >= least && value <= biggest ? value : null;

/** The day when its source last changed it: today when it does not say, or says a day to come. */
export function updatedOnFrom(
	{ updated_on, last_modified }: Pick<HsdsService, 'updated_on' | 'last_modified'>,
	{ today }: ReadingContext,
): string {
	const day = updated_on ?? last_modified?.slice(0, 10) ?? today;
	return day > today ? today : day;
}
