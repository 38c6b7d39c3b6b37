import { offeredLanguages } from '../language-names.ts';
import { type Audience, audiences, type Fee, fees, type WelcomeMode, welcomeModes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import { radii } from './query.ts';

/** What the address of a search says, in the reader's words; everything in it may be typed by hand. */
export interface Filters {
	readonly words: string;
	/** What was typed as a place: a commune, a postcode. */
	readonly place: string;
	/** The commune chosen among homonyms, by its code. */
	readonly commune: string;
	/** A position given by the person's device, in degrees. */
	readonly point: { readonly latitude: number; readonly longitude: number } | undefined;
	readonly radiusKm: number;
	readonly need: string;
	readonly topics: readonly string[];
	readonly audiences: readonly Audience[];
	readonly fee: Fee | undefined;
	readonly mode: WelcomeMode | undefined;
	readonly openNow: boolean;
	/** Takes anybody, whoever they are. */
	readonly unconditional: boolean;
	/** BCP 47; empty for any. */
	readonly language: string;
	readonly withPlaces: boolean;
	readonly page: number;
}

export const pageSize = 20;
const defaultRadius = 20;
const lastPage = 500;
const longestWords = 200;
const longestPlace = 100;

const feeSlugs: Readonly<Record<Fee, string>> = { free: 'gratuit', paid: 'payant' };
const modeSlugs: Readonly<Record<WelcomeMode, string>> = { 'on-site': 'sur-place', remote: 'a-distance' };
const audienceSlugs: Readonly<Record<Audience, string>> = {
	everyone: 'tous',
	workers: 'salaries',
	'minimum-income-recipients': 'minima-sociaux',
	'job-seekers': 'demandeurs-emploi',
	students: 'etudiants',
	families: 'familles',
	women: 'femmes',
	'young-people': 'jeunes',
	'people-with-disabilities': 'handicap',
	'people-in-emergency': 'urgence',
	'people-with-legal-situation': 'situation-juridique',
	'exiled-people': 'exil',
	'priority-area-residents': 'quartiers-prioritaires',
	seniors: 'seniors',
};

/** Reads an address. What makes no sense is left out: a search always answers. */
export function readAddress(params: URLSearchParams): Filters {
	const bySlug = <Code extends string>(name: string, codes: readonly Code[], slugs: Record<Code, string>) =>
		codes.filter((code) => params.getAll(name).includes(slugs[code]));
	return {
		words: (params.get('q') ?? '').slice(0, longestWords).trim(),
		place: (params.get('lieu') ?? '').slice(0, longestPlace).trim(),
		commune: /^\w{5}$/.exec(params.get('commune') ?? '')?.[0].toUpperCase() ?? '',
		point: readPoint(params),
		radiusKm: radii.find((radius) => String(radius) === params.get('rayon')) ?? defaultRadius,
		need: /^[a-z-]{1,40}$/.exec(params.get('besoin') ?? '')?.[0] ?? '',
		topics: [...topics, ...categories].filter((topic) => params.getAll('theme').includes(topic)),
		audiences: bySlug('public', audiences, audienceSlugs),
		fee: bySlug('frais', fees, feeSlugs)[0],
		mode: bySlug('mode', welcomeModes, modeSlugs)[0],
		openNow: params.get('ouvert') === 'oui',
		unconditional: params.get('accueil') === 'sans-condition',
		language: offeredLanguages.find((code) => code === params.get('langue')) ?? '',
		withPlaces: params.get('places') === 'oui',
		page: readPage(params.get('page')),
	};
}

/** Writes the address of a search: only what differs from the simplest one, in a fixed order. */
export function writeAddress(filters: Filters): string {
	const { point, fee, mode } = filters;
	const params = new URLSearchParams();
	const add = (name: string, value: string | undefined) => value && params.append(name, value);
	add('q', filters.words);
	add('lieu', filters.place);
	add('commune', filters.commune);
	add('lat', point && String(point.latitude));
	add('lon', point && String(point.longitude));
	add('rayon', filters.radiusKm === defaultRadius ? undefined : String(filters.radiusKm));
	add('besoin', filters.need);
	for (const topic of filters.topics) add('theme', topic);
	for (const audience of filters.audiences) add('public', audienceSlugs[audience]);
	add('frais', fee && feeSlugs[fee]);
	add('mode', mode && modeSlugs[mode]);
	add('ouvert', filters.openNow ? 'oui' : undefined);
	add('accueil', filters.unconditional ? 'sans-condition' : undefined);
	add('langue', filters.language);
	add('places', filters.withPlaces ? 'oui' : undefined);
	add('page', filters.page > 1 ? String(filters.page) : undefined);
	return params.size > 0 ? `?${params}` : '';
}

/** The slug of an option in addresses and forms. */
export const slugOf = {
	fee: (fee: Fee): string => feeSlugs[fee],
	mode: (mode: WelcomeMode): string => modeSlugs[mode],
	audience: (audience: Audience): string => audienceSlugs[audience],
};

function readPoint(params: URLSearchParams): Filters['point'] {
	const latitude = degrees(params.get('lat'));
	const longitude = degrees(params.get('lon'));
	const sound = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
	return sound ? { latitude, longitude } : undefined;
}

/** Three decimals are a hundred metres: enough to sort by distance, too little to know a home. */
const degrees = (text: string | null): number =>
	text ? Math.round(Number(text) * 1000) / 1000 + 0 : Number.NaN;

function readPage(text: string | null): number {
	const page = Number(text ?? 1);
	return Number.isInteger(page) ? Math.min(lastPage, Math.max(1, page)) : 1;
}
