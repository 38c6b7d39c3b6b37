import { type Acceptance, acceptances, type OfferKind, offerKinds } from '../organisation.ts';
import { radii } from '../search/query.ts';
import { type OccupationTag, occupationTags } from '../shown-offers.ts';

/** What the address of a search of employers says; everything in it may be typed by hand. */
export interface EmployerFilters {
	readonly words: string;
	readonly place: string;
	/** The commune chosen among homonyms, by its code. */
	readonly commune: string;
	readonly radiusKm: number;
	readonly kind: OfferKind | undefined;
	readonly tag: OccupationTag | undefined;
	readonly accepts: readonly Acceptance[];
	readonly page: number;
}

export const employersOnAPage = 20;
const defaultRadius = 30;
const lastPage = 500;

export const offerSlugs: Readonly<Record<OfferKind, string>> = {
	immersion: 'immersion',
	training: 'formation',
	job: 'emploi',
};
export const tagSlugs: Readonly<Record<OccupationTag, string>> = { green: 'vert', white: 'blanc' };
export const acceptanceSlugs: Readonly<Record<Acceptance, string>> = {
	beginners: 'debutants',
	'adapted-posts': 'postes-adaptes',
	'supported-employment': 'emploi-accompagne',
};

/** Reads an address. What makes no sense is left out: a search always answers. */
export function readEmployerAddress(params: URLSearchParams): EmployerFilters {
	const page = Number(params.get('page'));
	return {
		words: (params.get('q') ?? '').slice(0, 200).trim(),
		place: (params.get('lieu') ?? '').slice(0, 100).trim(),
		commune: /^\w{5}$/.exec(params.get('commune') ?? '')?.[0].toUpperCase() ?? '',
		radiusKm: radii.find((radius) => String(radius) === params.get('rayon')) ?? defaultRadius,
		kind: offerKinds.find((kind) => offerSlugs[kind] === params.get('offre')),
		tag: occupationTags.find((tag) => tagSlugs[tag] === params.get('couleur')),
		accepts: acceptances.filter((each) => params.getAll('accepte').includes(acceptanceSlugs[each])),
		page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
	};
}

/** Writes the address of a search of employers: only what differs from the simplest one, in a fixed order. */
export function writeEmployerAddress(filters: EmployerFilters): string {
	const { kind, tag, radiusKm, page } = filters;
	const params = new URLSearchParams();
	const add = (name: string, value: string | false | undefined) => value && params.append(name, value);
	add('q', filters.words);
	add('lieu', filters.place);
	add('commune', filters.commune);
	add('rayon', radiusKm !== defaultRadius && String(radiusKm));
	add('offre', kind && offerSlugs[kind]);
	add('couleur', tag && tagSlugs[tag]);
	for (const each of filters.accepts) add('accepte', acceptanceSlugs[each]);
	add('page', page > 1 && String(page));
	const query = params.toString();
	return query ? `/employeurs?${query}` : '/employeurs';
}

/** What was typed, when it is a code of France Travail's ROME: a letter from A to N and four digits. */
export const romeCodeIn = (words: string): string | undefined =>
	/^[a-n]\d{4}$/i.exec(words.trim())?.[0].toUpperCase();
