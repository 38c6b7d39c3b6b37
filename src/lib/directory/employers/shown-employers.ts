import { translate } from '#lib/texts/translator.ts';
import type { ShownOffer, TagsByRome } from '../shown-offers.ts';
import { showOffers } from '../shown-offers.ts';
import type { FoundEmployer } from './server/find-employers.ts';

/** An employer of a list, ready to be drawn. */
export interface ShownEmployer {
	readonly id: string;
	readonly name: string;
	readonly kind: string | null;
	readonly commune: string | null;
	readonly distance: string | null;
	readonly fictional: boolean;
	readonly offers: readonly ShownOffer[];
}

export const showEmployer = (employer: FoundEmployer, tags: TagsByRome, at: Date): ShownEmployer => ({
	...employer,
	kind: employer.kind && translate(`sheet.employer.${employer.kind}`),
	distance: sayKm(employer.km),
	offers: showOffers(employer.offers, tags, at),
});

const sayKm = (km: number | null): string | null => {
	if (km === null) return null;
	return km < 1 ? translate('employers.near') : translate('employers.km', { km: Math.round(km) });
};
