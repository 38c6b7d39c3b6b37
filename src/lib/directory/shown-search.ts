import { elided } from '#lib/texts/elision.ts';
import { translate } from '#lib/texts/translator.ts';
import { type Filters, pageSize, writeAddress } from './search/address.ts';
import type { CommuneChoice, Help } from './search/help.ts';
import { chipsOf, type ShownChip, type ShownForm, showForm, withoutFilters } from './shown-form.ts';
import { type ShownResult, showResult } from './shown-result.ts';

interface Way {
	readonly href: string;
	readonly label: string;
}

/** The results page, ready to be drawn. */
export interface ShownSearch {
	readonly title: string;
	readonly form: ShownForm;
	readonly chips: readonly ShownChip[];
	readonly notices: readonly string[];
	readonly choicesTitle: string | null;
	readonly choices: readonly Way[];
	readonly total: string;
	readonly found: readonly ShownResult[];
	/** Number of the first result of the page. */
	readonly first: number;
	readonly page: number;
	readonly pages: number;
	/** The address of a page, with `page=0` for its number. */
	readonly pageAddress: string;
	readonly emptyTitle: string;
	readonly ways: readonly Way[];
	readonly remote: readonly ShownResult[];
	readonly moreRemote: Way | null;
	readonly printed: string;
	readonly territory: Way | null;
}

const mostRemote = 4;
const to = (filters: Filters): string => `/trouver${writeAddress(filters)}`;

export function showSearch({ filters, place, found, widerKm, at }: Help): ShownSearch {
	const near = place.near?.label;
	const onlyRemote = filters.mode === 'remote';
	const remote = found.remote.slice(0, onlyRemote ? pageSize : mostRemote);
	return {
		title: near
			? translate('find.title-near', { place: near, elided: elided(near) })
			: translate('find.title'),
		form: showForm(filters, found.facets),
		chips: chipsOf(filters),
		notices: noticesOf(filters, place, found),
		choicesTitle:
			place.homonyms.length > 0 ? translate('find.place-ambiguous', { place: filters.place }) : null,
		choices: place.homonyms.map((choice) => choiceOf(filters, choice)),
		total: near
			? translate('find.total-near', {
					total: found.total,
					km: filters.radiusKm,
					place: near,
					elided: elided(near),
				})
			: translate('find.total', { total: found.total }),
		found: found.results.map((hit) => showResult(hit, at)),
		first: (filters.page - 1) * pageSize + 1,
		page: filters.page,
		pages: Math.ceil(found.total / pageSize),
		pageAddress: `${to({ ...filters, page: 1 })}${writeAddress({ ...filters, page: 1 }) ? '&' : '?'}page=0`,
		emptyTitle: near ? translate('find.none-near', { km: filters.radiusKm }) : translate('find.none'),
		ways: waysOut(filters, place.near !== undefined, widerKm),
		remote: remote.map((hit) => showResult(hit, at)),
		moreRemote:
			found.remoteTotal > remote.length && !onlyRemote
				? {
						href: to({ ...filters, mode: 'remote', page: 1 }),
						label: translate('find.remote-more', { count: found.remoteTotal }),
					}
				: null,
		printed: translate('find.printed', { date: printDate.format(at) }),
		territory:
			place.territory && place.near?.communeCode
				? {
						href: `/territoires/${place.near.communeCode}`,
						label: translate('find.territory', { name: place.territory }),
					}
				: null,
	};
}

const printDate = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

function noticesOf(filters: Filters, place: Help['place'], found: Help['found']): string[] {
	const asTyped = filters.place || filters.commune;
	return [
		...(place.state === 'unknown' ? [translate('find.place-unknown', { place: asTyped })] : []),
		...found.corrections.map(({ typed, read }) => translate('search.corrected', { typed, read })),
		...(found.relaxed ? [translate('search.relaxed')] : []),
		...(place.approximate && place.near
			? [translate('find.place-approximate', { place: place.near.label })]
			: []),
	];
}

const choiceOf = (filters: Filters, { code, name, department, postcode }: CommuneChoice): Way => ({
	href: to({ ...filters, commune: code, page: 1 }),
	label: translate('find.place-choice', { name, department, postcodes: postcode ?? 'none' }),
});

/** A search never ends in a wall: wider, without filters, or everywhere. */
function waysOut(filters: Filters, near: boolean, widerKm: number | null): Way[] {
	const bare = withoutFilters(filters);
	return [
		...(widerKm !== null
			? [
					{
						href: to({ ...filters, radiusKm: widerKm, page: 1 }),
						label: translate('find.widen', { km: widerKm }),
					},
				]
			: []),
		...(to(bare) !== to({ ...filters, page: 1 })
			? [{ href: to(bare), label: translate('find.without-filters') }]
			: []),
		...(near
			? [
					{
						href: to({ ...filters, place: '', commune: '', point: undefined, page: 1 }),
						label: translate('find.everywhere'),
					},
				]
			: []),
	];
}
