import type { Acceptance, EmployerKind, OfferKind, ResourceKind } from '../organisation.ts';
import type { Saturation, Welcome } from '../service.ts';

/** Slugs of the fields that we add to data·inclusion's, and our code of each. */
export const saturationOf = {
	faible: 'low',
	moderee: 'moderate',
	elevee: 'high',
} as const satisfies Record<string, Saturation>;

export const welcomeOf = {
	inconditionnel: 'unconditional',
	preferentiel: 'preferential',
	exclusif: 'exclusive',
} as const satisfies Record<string, Welcome>;

export const employerKindOf = {
	aci: 'aci',
	ai: 'ai',
	ei: 'ei',
	eiti: 'eiti',
	etti: 'etti',
	ea: 'ea',
	eatt: 'eatt',
	esat: 'esat',
	geiq: 'geiq',
	ebe: 'ebe',
	entreprise: 'company',
	association: 'association',
	'employeur-public': 'public',
	exploitation: 'farm',
	cooperative: 'cooperative',
} as const satisfies Record<string, EmployerKind>;

export const offerKindOf = {
	immersion: 'immersion',
	formation: 'training',
	emploi: 'job',
} as const satisfies Record<string, OfferKind>;

export const acceptanceOf = {
	debutants: 'beginners',
	'postes-adaptes': 'adapted-posts',
	'emploi-accompagne': 'supported-employment',
} as const satisfies Record<string, Acceptance>;

export const resourceKindOf = {
	locaux: 'premises',
	materiel: 'equipment',
	vehicule: 'vehicle',
	competence: 'skill',
	benevoles: 'volunteers',
	financement: 'funding',
	reseau: 'network',
	autre: 'other',
} as const satisfies Record<string, ResourceKind>;

export const directionOf = { propose: 'offered', cherche: 'sought' } as const;
