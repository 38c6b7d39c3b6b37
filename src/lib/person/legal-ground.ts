/**
 * Why the law allows it, kept apart from what she agreed to: CASF L121-6-2 (social work), CSP L1110-4 (care team), CASF
 * L226-2-2 (child protection), RGPD 6-1-d (vital interest), RGPD 6-1-c (legal duty).
 */
export const grounds = [
	'social-work',
	'care-team',
	'child-protection',
	'vital-interest',
	'legal-duty',
] as const;
export type Ground = (typeof grounds)[number];
