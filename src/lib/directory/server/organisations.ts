import type { NotNull } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { closuresOf, offersOf, resourcesOf } from '../nested.ts';
import { employerKinds, type Organisation } from '../organisation.ts';
import { isId, oneOf } from './closed-lists.ts';
import { placeColumns, placeOf, withoutPlace } from './places.ts';

/** An organisation as its page shows it. */
export interface KnownOrganisation extends Organisation {
	readonly id: string;
	/** When somebody here or there last said that it is still right; null when only its source did. */
	readonly verifiedOn: string | null;
	/** The organisation it became one with; null while it stands alone. */
	readonly mergedInto: string | null;
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
	return {
		...withoutPlace(row),
		closures: closuresOf(row.closures),
		employerKind: oneOf(employerKinds, row.employerKind),
		offers: offersOf(row.offers),
		resources: resourcesOf(row.resources),
		place: placeOf(row),
		services: await listServicesOf(act, id),
	};
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
			'languages',
			'closures',
			'employerKind',
			'offers',
			'resources',
			'confidential',
			'contactPrivate',
			'verifiedOn',
			'mergedInto',
			'goneAt',
			...placeColumns,
		])
		.where('organisation.id', '=', id)
		.executeTakeFirst();

async function listServicesOf({ tx }: Act, organisationId: string) {
	const services = await tx
		.selectFrom('listedService')
		.select(['id', 'name', 'topics'])
		.where('organisationId', '=', organisationId)
		.$narrowType<{ id: NotNull; name: NotNull; topics: NotNull }>()
		.execute();
	return services.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
