import { randomUUID } from 'node:crypto';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { parisDay } from '../../closure.ts';
import { holdFields } from '../../server/held-fields.ts';
import type { Address } from '../address.ts';
import { isEmptyAddress } from '../address.ts';
import { editingBlockedBy } from '../policy.ts';
import { addPlace } from './edit-entry.ts';

export interface NewService {
	readonly organisationId: string;
	/** Values by field of `editableFields.service`; `name` and `description` among them. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Its own address, when it is not its organisation's. */
	readonly address?: Address;
}

/**
 * Adds a service told here, by the organisation's own people or a steward. Returns its id.
 * @throws Refusal 403 when the organisation is not hers
 */
export async function addService(act: Act, { organisationId, fields, address }: NewService): Promise<string> {
	refuseIf(editingBlockedBy(act.actor, organisationId));
	const id = randomUUID();
	const placeId = address && !isEmptyAddress(address) ? await addPlace(act, organisationId, address) : null;
	await act.tx
		.insertInto('service')
		.values({
			id,
			organisationId,
			source: 'passerelles',
			sourceId: `passerelles--${id}`,
			name: String(fields.name),
			description: String(fields.description),
			placeId,
			updatedOn: parisDay(act.at),
			verifiedOn: parisDay(act.at),
			digest: '',
			importedAt: act.at,
		})
		.execute();
	await holdFields(act, { kind: 'service', id, fields, reason: 'edit' });
	await record(act, 'directory.service-added', id, { organisationId });
	return id;
}
