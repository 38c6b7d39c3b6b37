import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Option } from '#lib/ui/option.ts';
import { languageName, offeredLanguages } from './language-names.ts';
import { type Filters, slugOf, writeAddress } from './search/address.ts';
import type { Facets } from './search/facets.ts';
import { radii } from './search/query.ts';
import { audiences, fees, welcomeModes } from './service.ts';
import { categories, categoryOf, topics } from './topic.ts';

/** The search form and its filters, filled and counted, ready to be drawn. */
export interface ShownForm {
	readonly words: string;
	readonly place: string;
	readonly radius: string;
	readonly radii: readonly Option[];
	readonly fee: string;
	readonly fees: readonly Option[];
	readonly mode: string;
	readonly modes: readonly Option[];
	readonly topic: string;
	readonly topics: readonly Option[];
	readonly audiences: readonly Option[];
	readonly chosenAudiences: readonly string[];
	readonly openNow: boolean;
	readonly openLabel: string;
	readonly unconditional: boolean;
	readonly unconditionalLabel: string;
	readonly withPlaces: boolean;
	readonly placesLabel: string;
	readonly language: string;
	readonly languages: readonly Option[];
	/** What the form carries along without showing: the position, the need, the commune chosen. */
	readonly hidden: readonly { name: string; value: string }[];
	readonly count: number;
	readonly clear: string;
}
export interface ShownChip {
	readonly label: string;
	readonly href: string;
}

const counted = (label: string, count: number): string => translate('find.option-count', { label, count });

/** A label of the texts whose key is made from a code; the codes and the keys are checked together by a test. */
const labelOf = (kind: 'audience' | 'fee' | 'mode' | 'category' | 'topic', code: string): string =>
	translate(`${kind}.${code}` as TextKey);

export function showForm(filters: Filters, facets: Facets): ShownForm {
	const { fee, mode, point, need, commune } = filters;
	const hidden = [
		['lat', point && String(point.latitude)],
		['lon', point && String(point.longitude)],
		['besoin', filters.topics.length === 0 ? need : ''],
		['commune', commune],
	] as const;
	return {
		words: filters.words,
		place: filters.place,
		radius: String(filters.radiusKm),
		radii: radii.map((km) => ({ value: String(km), label: translate('find.radius-option', { km }) })),
		fee: fee ? slugOf.fee(fee) : '',
		fees: [
			{ value: '', label: translate('find.fee-any') },
			...fees.map((one) => ({
				value: slugOf.fee(one),
				label: counted(labelOf('fee', one), facets.fees[one]),
			})),
		],
		mode: mode ? slugOf.mode(mode) : '',
		modes: [
			{ value: '', label: translate('find.mode-any') },
			...welcomeModes.map((one) => ({
				value: slugOf.mode(one),
				label: counted(labelOf('mode', one), facets.modes[one]),
			})),
		],
		topic: filters.topics[0] ?? '',
		topics: topicOptions(filters, facets),
		audiences: audiences
			.filter((one) => one !== 'everyone')
			.map((one) => ({
				value: slugOf.audience(one),
				label: counted(labelOf('audience', one), facets.audiences[one]),
			})),
		chosenAudiences: filters.audiences.map(slugOf.audience),
		openNow: filters.openNow,
		openLabel:
			facets.openNow === null
				? translate('find.open-now')
				: translate('find.open-now-count', { count: facets.openNow }),
		unconditional: filters.unconditional,
		unconditionalLabel: counted(translate('find.unconditional'), facets.welcomes.unconditional),
		withPlaces: filters.withPlaces,
		placesLabel: counted(translate('find.with-places'), facets.withPlaces),
		language: filters.language,
		languages: languageOptions(filters.language, facets),
		hidden: hidden.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
		count: chipsOf(filters).length,
		clear: `/trouver${writeAddress(withoutFilters(filters))}`,
	};
}

/** The languages spoken by some service found, and the one chosen. */
const languageOptions = (chosen: string, { languages }: Facets): Option[] => [
	{ value: '', label: translate('find.language-any') },
	...offeredLanguages
		.filter((code) => code === chosen || (languages[code] ?? 0) > 0)
		.map((code) => ({ value: code, label: counted(languageName(code), languages[code] ?? 0) })),
];

/** The sixteen categories, with the topics of the one chosen. */
function topicOptions(filters: Filters, facets: Facets): Option[] {
	const chosen = new Set(filters.topics.map(categoryOf));
	return [
		{ value: '', label: translate('find.topic-any') },
		...categories.flatMap((category) => [
			{ value: category, label: counted(labelOf('category', category), facets.categories[category] ?? 0) },
			...(chosen.has(category) ? topics.filter((topic) => categoryOf(topic) === category) : []).map(
				(topic) => ({
					value: topic,
					label: `– ${counted(labelOf('topic', topic), facets.topics[topic] ?? 0)}`,
				}),
			),
		]),
	];
}

/** The same search without its filters. */
export const withoutFilters = (filters: Filters): Filters => ({
	...filters,
	need: '',
	topics: [],
	audiences: [],
	fee: undefined,
	mode: undefined,
	openNow: false,
	unconditional: false,
	language: '',
	withPlaces: false,
	page: 1,
});

/** One chip for each filter chosen; each leads to the same search without it. */
export function chipsOf(filters: Filters): ShownChip[] {
	const without = (change: Partial<Filters>): string =>
		`/trouver${writeAddress({ ...filters, page: 1, ...change })}`;
	return [
		...filters.topics.map((topic) => ({
			label: labelOf(topic.includes('--') ? 'topic' : 'category', topic),
			href: without({ topics: filters.topics.filter((other) => other !== topic) }),
		})),
		...filters.audiences.map((audience) => ({
			label: labelOf('audience', audience),
			href: without({ audiences: filters.audiences.filter((other) => other !== audience) }),
		})),
		...(filters.fee ? [{ label: labelOf('fee', filters.fee), href: without({ fee: undefined }) }] : []),
		...(filters.mode ? [{ label: labelOf('mode', filters.mode), href: without({ mode: undefined }) }] : []),
		...(filters.openNow ? [{ label: translate('find.open-now'), href: without({ openNow: false }) }] : []),
		...(filters.unconditional
			? [{ label: translate('find.unconditional'), href: without({ unconditional: false }) }]
			: []),
		...(filters.withPlaces
			? [{ label: translate('find.with-places'), href: without({ withPlaces: false }) }]
			: []),
		...(filters.language
			? [
					{
						label: translate('find.language-chip', { language: languageName(filters.language) }),
						href: without({ language: '' }),
					},
				]
			: []),
	];
}
