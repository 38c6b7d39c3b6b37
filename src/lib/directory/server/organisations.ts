import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Organisation } from '../organisation.ts';
import { isId } from './closed-lists.ts';
import { placeColumns, placeOf, withoutPlace } from './places.ts';

/** An organisation as its page shows it. */
export interface KnownOrganisation extends Organisation {
	readonly id: string;
	/** Since when its source no longer tells it; null while it does. */
	readonly goneAt: Date | null;
	/** The services it still offers, by name. */
	readonly services: readonly {
		readonly id: string;
		readonly name: string;
		readonly topics: readonly string[];
	}[];
}

/**
 * One organisation, its place and its services.
 * @throws Refusal 404 when there is none
 */
export async function findOrganisation(act: Act, id: string): Promise<KnownOrganisation> {
	const row = isId(id) ? await selectOrganisation(act, id) : undefined;
	if (!row) throw new Refusal(404, 'import-run.no-organisation');
	return { ...withoutPlace(row), place: placeOf(row), services: await listServicesOf(act, id) };
}

const selectOrganisation = ({ tx }: Act, id: string) =>
	tx
		.selectFrom('organisation')
		.leftJoin('place', 'place.id', 'organisation.placeId')
		.select([
			'organisation.id',
			'organisation.source',
			'sourceId',
			'name',
			'description',
			'link',
			'siret',
			'phone',
			'email',
			'website',
			'openingHours',
			'accessibilityUrl',
			'networks',
			'updatedOn',
			'fictional',
			'goneAt',
			...placeColumns,
		])
		.where('organisation.id', '=', id)
		.executeTakeFirst();

async function listServicesOf({ tx }: Act, organisationId: string) {
	const services = await tx
		.selectFrom('service')
		.select(['id', 'name', 'topics'])
		.where('organisationId', '=', organisationId)
		.where('goneAt', 'is', null)
		.execute();
	return services.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
