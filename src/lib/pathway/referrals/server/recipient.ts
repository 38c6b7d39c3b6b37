import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { departmentOf } from '#lib/time/holidays.ts';

export interface Recipient {
	readonly serviceId: string | null;
	/** One, or several for an open call. */
	readonly organisationIds: readonly string[];
	/** The département whose holidays its answers keep. */
	readonly department: string;
}

/** To whom a referral goes, as the directory knows it now. */
export async function findRecipient(
	act: Act,
	{ serviceId, organisationIds }: { serviceId: string | null; organisationIds: readonly string[] },
): Promise<Recipient> {
	if (serviceId) return ofService(act, serviceId);
	const found = await act.tx
		.selectFrom('organisation')
		.leftJoin('place', 'place.id', 'organisation.placeId')
		.select(['organisation.id', 'place.communeCode'])
		.where('organisation.id', 'in', [...new Set(organisationIds), crypto.randomUUID()])
		.where('goneAt', 'is', null)
		.execute();
	if (found.length === 0) throw new Refusal(422, 'referral.recipient-missing');
	return {
		serviceId: null,
		organisationIds: found.map(({ id }) => id),
		department: departmentOf(found[0]?.communeCode ?? mainland),
	};
}

async function ofService({ tx }: Act, serviceId: string): Promise<Recipient> {
	const service = await tx
		.selectFrom('service')
		.leftJoin('place', 'place.id', 'service.placeId')
		.select(['service.organisationId', 'place.communeCode'])
		.where('service.id', '=', serviceId)
		.where('goneAt', 'is', null)
		.executeTakeFirst();
	if (!service) throw new Refusal(422, 'referral.recipient-missing');
	return {
		serviceId,
		organisationIds: [service.organisationId],
		department: departmentOf(service.communeCode ?? mainland),
	};
}

const mainland = '75056';
