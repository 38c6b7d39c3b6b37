import { z } from 'zod';
import { serviceSchema, structureSchema } from '../formats/data-inclusion-schemas.ts';

// The answers of `/api/v1`: what is imported is what is told, less what is never published.

const secret = { adresse_confidentielle: true, contact_confidentiel: true } as const;
const score = { score_qualite: z.number().min(0).max(1) };

export const toldStructure = structureSchema.omit(secret);
export const toldService = serviceSchema.omit(secret).extend(score);
export const detailedService = toldService.extend({ structure: toldStructure });
export const listedStructure = toldStructure.extend({
	...score,
	doublons: z.array(z.object({ source: z.string(), id: z.string() })),
});
export const detailedStructure = listedStructure.extend({ services: z.array(toldService) });
export const foundService = z.object({
	service: detailedService,
	/** Kilometres. */
	distance: z.int().min(0).nullable(),
});
export const source = z.object({ slug: z.string(), nom: z.string(), description: z.string().nullable() });

/** A page as data·inclusion wraps it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
	z.object({
		items: z.array(item),
		total: z.int().min(0),
		page: z.int().min(1),
		size: z.int().min(0),
		pages: z.int().min(0),
	});

export interface DiPage<Item> {
	readonly items: readonly Item[];
	readonly total: number;
	readonly page: number;
	/** How many items this page has. */
	readonly size: number;
	readonly pages: number;
}

/** `size` is what was asked; the page tells how many came. */
export const diPage = <Item>(
	items: readonly Item[],
	{ total, page, size }: { readonly total: number; readonly page: number; readonly size: number },
): DiPage<Item> => ({ items, total, page, size: items.length, pages: Math.ceil(total / size) });
