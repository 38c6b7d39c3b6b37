import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Claim } from './server/claims.ts';

/** Who asked to manage a page, ready to be drawn. */
export interface ShownClaim {
	readonly id: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly email: string;
	readonly way: string;
	readonly asked: string;
	readonly state: string;
	readonly revocable: boolean;
}

export const showClaim = ({
	id,
	organisationId,
	organisation,
	email,
	way,
	askedAt,
	state,
}: Claim): ShownClaim => ({
	id,
	organisationId,
	organisation,
	email,
	way: translate(`upkeep.way-${way}` satisfies TextKey),
	asked: frenchDate(askedAt.toISOString().slice(0, 10)),
	state: translate(`upkeep.claim-${state}` satisfies TextKey),
	revocable: state === 'waiting' || state === 'given',
});
