import { sql } from 'kysely';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Work } from '#lib/server/act.ts';
import type { Place } from '../../organisation.ts';
import { placeColumns, placeOf } from '../../server/places.ts';
import { withLetter } from './answer-review.ts';

/** A service that a letter asks about, as its page shows it. */
export interface AskedService {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly phone: string | null;
	readonly email: string | null;
	readonly openingHours: string | null;
	readonly place: Place | null;
	readonly answer: string | null;
}
export interface ReadLetter {
	readonly organisation: string;
	readonly email: string;
	readonly services: readonly AskedService[];
}

/**
 * What the page of a mailed link shows. Reading it changes nothing.
 * @throws Refusal 404 for a link that no longer serves; 429 after too many links that were none
 */
export const readLetter = (door: Work, token: string, visitor: Visitor): Promise<ReadLetter> =>
	withLetter(door, token, visitor, async ({ tx }, { id, organisation, email }) => {
		const rows = await tx
			.selectFrom('reviewLetterService')
			.innerJoin('service', 'service.id', 'serviceId')
			.innerJoin('organisation', 'organisation.id', 'service.organisationId')
			.leftJoin('place', (join) =>
				join.on('place.id', '=', sql`coalesce(service.place_id, organisation.place_id)`),
			)
			.select(({ fn }) => [
				'service.id',
				'service.name',
				'service.description',
				'answer',
				fn.coalesce('service.phone', 'organisation.phone').as('phone'),
				fn.coalesce('service.email', 'organisation.email').as('email'),
				fn.coalesce('service.openingHours', 'organisation.openingHours').as('openingHours'),
				...placeColumns,
			])
			.where('letterId', '=', id)
			.orderBy('service.name')
			.orderBy('service.id')
			.execute();
		const services = rows.map((row) => ({
			id: row.id,
			name: row.name,
			description: row.description,
			phone: row.phone,
			email: row.email,
			openingHours: row.openingHours,
			answer: row.answer,
			place: placeOf(row),
		}));
		return { organisation, email, services };
	});
