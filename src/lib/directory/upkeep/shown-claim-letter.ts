import { qrPath } from '#lib/access/qr-path.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { KnownOrganisation } from '../server/organisations.ts';
import { addressLines } from '../shown-place.ts';

/** The letter that carries a code, but for its code. */
export interface ShownClaimLetter {
	readonly id: string;
	readonly name: string;
	/** Where it is posted; empty when the address is not known, or is nobody's to know. */
	readonly address: readonly string[];
	readonly link: string;
	readonly qr: { readonly d: string; readonly side: number };
	readonly today: string;
}

export function showClaimLetter(
	{ id, name, place, confidential }: KnownOrganisation,
	origin: string,
	at: Date,
): ShownClaimLetter {
	const link = `${origin}/structures/${id}/revendiquer`;
	return {
		id,
		name,
		address: confidential ? [] : addressLines(place),
		link,
		qr: qrPath(link),
		today: frenchDate(at.toISOString().slice(0, 10)),
	};
}
