import type { TextKey } from '#lib/texts/catalogue.ts';

/** One thing that two entries have in common, or not; points are added up to the score. */
export type Reason =
	| { readonly kind: 'name' | 'like-organisation'; readonly points: number; readonly percent: number }
	| { readonly kind: 'near' | 'far'; readonly points: number; readonly metres: number }
	| { readonly kind: 'phone' | 'email' | 'site'; readonly points: number; readonly sharedBy: number }
	| { readonly kind: 'topics'; readonly points: number; readonly common: number; readonly all: number }
	| { readonly kind: PlainReason; readonly points: number };

type PlainReason =
	| 'siret'
	| 'other-name'
	| 'one-mobile'
	| 'one-authority'
	| 'one-annex'
	| 'other-numbers'
	| 'other-employer-kind'
	| 'other-establishment'
	| 'other-siret'
	| 'address'
	| 'label'
	| 'commune'
	| 'other-commune'
	| 'organisation'
	| 'other-organisation'
	| 'other-topics'
	| 'same-source';

/** A reason as a sentence of the texts, with what it says. */
export function sayReason(reason: Reason): { key: TextKey; values: Record<string, string | number> } {
	const { kind, points: _, ...values } = reason;
	return { key: `duplicates.reason.${kind}`, values };
}

/** What speaks for it, and what against. */
export const speaksFor = ({ points }: Reason): boolean => points > 0;
