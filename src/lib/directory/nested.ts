import { z } from 'zod';
import {
	acceptances,
	type Closure,
	type Offer,
	offerKinds,
	type Resource,
	resourceKinds,
} from './organisation.ts';
import type { Stop } from './service.ts';

const day = z.iso.date();
const text = z.string().trim().min(1);
const told = text.nullish().transform((given) => given ?? null);

/** A closure whose end comes before its beginning is none. */
export const closureSchema = z
	.object({ from: day, to: day.nullish().transform((given) => given ?? null), reason: told })
	.refine(({ from, to }) => to === null || to >= from) satisfies z.ZodType<Closure>;

export const stopSchema = z.object({
	name: text,
	address: told,
	communeCode: told,
	longitude: z.number().min(-180).max(180),
	latitude: z.number().min(-90).max(90),
	openingHours: told,
	dates: z.array(day).default([]),
}) satisfies z.ZodType<Stop>;

export const offerSchema = z.object({
	kind: z.enum(offerKinds),
	title: text,
	romeCode: z
		.string()
		.regex(/^[A-N]\d{4}$/)
		.nullish()
		.transform((given) => given ?? null),
	description: told,
	accepts: z.array(z.enum(acceptances)).default([]),
	places: z
		.int()
		.min(0)
		.nullish()
		.transform((given) => given ?? null),
	until: day.nullish().transform((given) => given ?? null),
}) satisfies z.ZodType<Offer>;

export const resourceSchema = z.object({
	direction: z.enum(['offered', 'sought']),
	kind: z.enum(resourceKinds),
	title: text,
	description: told,
	until: day.nullish().transform((given) => given ?? null),
}) satisfies z.ZodType<Resource>;

/** Items of a JSON column, checked one by one: an item that left its form is nothing. */
const itemsOf =
	<Item>(schema: z.ZodType<Item>) =>
	(json: unknown): Item[] =>
		Array.isArray(json)
			? json.flatMap((item) => {
					const { success, data } = schema.safeParse(item);
					return success ? [data] : [];
				})
			: [];

export const closuresOf = itemsOf(closureSchema);
export const stopsOf = itemsOf(stopSchema);
export const offersOf = itemsOf(offerSchema);
export const resourcesOf = itemsOf(resourceSchema);
