import { type Resource, type ResourceKind, resourceKinds } from '../organisation.ts';
import { radii } from '../search/query.ts';

type Direction = Resource['direction'];

/** What the address of a search of means says; everything in it may be typed by hand. */
export interface ResourceFilters {
	readonly words: string;
	readonly place: string;
	/** The commune chosen among homonyms, by its code. */
	readonly commune: string;
	readonly radiusKm: number;
	readonly direction: Direction | undefined;
	readonly kind: ResourceKind | undefined;
	readonly page: number;
}

export const resourcesOnAPage = 20;
const defaultRadius = 30;
const lastPage = 500;

export const directions = ['offered', 'sought'] as const satisfies readonly Direction[];
export const directionSlugs: Readonly<Record<Direction, string>> = { offered: 'propose', sought: 'cherche' };
export const resourceSlugs: Readonly<Record<ResourceKind, string>> = {
	premises: 'locaux',
	equipment: 'materiel',
	vehicle: 'vehicule',
	skill: 'competence',
	volunteers: 'benevoles',
	funding: 'financement',
	network: 'reseau',
	other: 'autre',
};

/** Reads an address. What makes no sense is left out: a search always answers. */
export function readResourceAddress(params: URLSearchParams): ResourceFilters {
	const page = Number(params.get('page'));
	return {
		words: (params.get('q') ?? '').slice(0, 200).trim(),
		place: (params.get('lieu') ?? '').slice(0, 100).trim(),
		commune: /^\w{5}$/.exec(params.get('commune') ?? '')?.[0].toUpperCase() ?? '',
		radiusKm: radii.find((radius) => String(radius) === params.get('rayon')) ?? defaultRadius,
		direction: directions.find((each) => directionSlugs[each] === params.get('sens')),
		kind: resourceKinds.find((each) => resourceSlugs[each] === params.get('genre')),
		page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
	};
}

/** Writes the address of a search of means: only what differs from the simplest one, in a fixed order. */
export function writeResourceAddress({ direction, kind, radiusKm, page, ...typed }: ResourceFilters): string {
	const params = new URLSearchParams();
	const add = (name: string, value: string | false | undefined) => value && params.append(name, value);
	add('q', typed.words);
	add('lieu', typed.place);
	add('commune', typed.commune);
	add('rayon', radiusKm !== defaultRadius && String(radiusKm));
	add('sens', direction && directionSlugs[direction]);
	add('genre', kind && resourceSlugs[kind]);
	add('page', page > 1 && String(page));
	const query = params.toString();
	return query ? `/moyens?${query}` : '/moyens';
}
