import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { parisDay } from '../../closure.ts';
import type { EntryKind } from '../../fields.ts';
import type { Place } from '../../organisation.ts';
import { openGazetteer } from '../../server/gazetteer.ts';
import { holdFields } from '../../server/held-fields.ts';
import { locatePlace } from '../../server/locate-place.ts';
import type { Address } from '../address.ts';
import { isEmptyAddress } from '../address.ts';
import { editingBlockedBy } from '../policy.ts';

export interface Edit {
	readonly kind: EntryKind;
	readonly id: string;
	readonly organisationId: string;
	/** Values by field of `editableFields`. */
	readonly changed: Readonly<Record<string, unknown>>;
	/** A new address, when it changes. */
	readonly address?: Address;
}

/**
 * Writes what somebody who knows has changed: imports will keep it. The entry counts as looked at today.
 * @throws Refusal 403 when it is not hers to change; 404 when there is no such entry
 */
export async function editEntry(act: Act, edit: Edit): Promise<void> {
	refuseIf(editingBlockedBy(act.actor, edit.organisationId));
	const { kind, id, changed, address } = edit;
	const place = address && { placeId: await addPlace(act, edit.organisationId, address) };
	const fields = { ...changed, ...place };
	if (Object.keys(fields).length > 0) await holdFields(act, { kind, id, fields, reason: 'edit' });
	await sql`update ${sql.table(kind)} set verified_on = ${parisDay(act.at)}::date where id = ${id}`.execute(
		act.tx,
	);
}

/** Writes a place and returns its id; null for an address that says nothing. */
export async function addPlace(act: Act, organisationId: string, address: Address): Promise<string | null> {
	if (isEmptyAddress(address)) return null;
	const { place } = locatePlace({ ...unlocated, ...address }, await openGazetteer(act));
	const { id } = await act.tx
		.insertInto('place')
		.values({ ...place, id: randomUUID(), source: 'passerelles', key: `${organisationId} ${randomUUID()}` })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const unlocated: Omit<Place, keyof Address> = {
	inseeCode: null,
	communeCode: null,
	longitude: null,
	latitude: null,
	position: 'unknown',
};
