import * as z from 'zod';
import type { Place } from '../organisation.ts';

const part = (max: number) =>
	z
		.string()
		.trim()
		.max(max, 'fields.too-long')
		.transform((text) => text || null)
		.nullable()
		.default(null);

/** An address as a form gives it. */
export const TypedAddress = z
	.object({
		address: part(300),
		addressMore: part(300),
		postcode: part(5).refine((code) => code === null || /^\d{5}$/.test(code), 'edit.postcode'),
		communeName: part(100),
	})
	.refine(({ address, communeName }) => address === null || communeName !== null, {
		error: 'edit.commune-missing',
		path: ['communeName'],
	});
export type Address = z.infer<typeof TypedAddress>;

export const addressOf = (place: Place | null): Address => ({
	address: place?.address ?? null,
	addressMore: place?.addressMore ?? null,
	postcode: place?.postcode ?? null,
	communeName: place?.communeName ?? null,
});

export const isEmptyAddress = (typed: Address): boolean =>
	Object.values(typed).every((part) => part === null);
