import type { Organisation } from '../organisation.ts';
import type { Service } from '../service.ts';
import { daysBefore } from './calendar.ts';

/** How the same name is written where nobody compared notes. */
const writings: readonly ((name: string) => string)[] = [
	(name) => name.toUpperCase(),
	(name) => `Association ${name}`,
	(name) => `${name} (accueil)`,
];
export const twinCount = writings.length;

interface Told {
	readonly organisations: readonly Organisation[];
	readonly services: readonly Service[];
}

/**
 * Organisations told twice, each with one of its services, as two tools would: an empty directory shows what its stewards
 * compare. The first ones belong to the demo people, and are left alone.
 */
export function twinsOf({ organisations, services }: Told, today: string): Told {
	const told = organisations
		.slice(20)
		.filter((organisation) => isPlain(organisation))
		.flatMap((organisation) => {
			const service = services.find(
				(each) =>
					each.organisationSourceId === organisation.sourceId && !each.confidential && !each.contactPrivate,
			);
			return service ? [{ organisation, service }] : [];
		})
		.slice(0, twinCount);
	const numbered = told.map((one, i) => ({
		...one,
		write: writings[i]!,
		id: `demo--org-${String(organisations.length + i + 1).padStart(4, '0')}`,
		serviceId: `demo--service-${services.length + i + 1}`,
	}));
	return {
		organisations: numbered.map(({ organisation, id, write }) => ({
			...organisation,
			sourceId: id,
			name: write(organisation.name),
			description: null,
			website: null,
			openingHours: null,
			updatedOn: daysBefore(today, 9),
		})),
		services: numbered.map(({ service, id, serviceId, write }) => ({
			...service,
			sourceId: serviceId,
			organisationSourceId: id,
			name: write(service.name),
			updatedOn: daysBefore(today, 9),
		})),
	};
}

const isPlain = ({ phone, place, confidential, contactPrivate, description }: Organisation): boolean =>
	phone !== null && description !== null && place?.position === 'given' && !confidential && !contactPrivate;
