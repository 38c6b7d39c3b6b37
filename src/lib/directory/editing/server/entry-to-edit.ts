import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import { findOrganisation } from '../../server/organisations.ts';
import { findService } from '../../server/services.ts';
import { type Address, addressOf } from '../address.ts';
import { controls } from '../controls.ts';
import { editingBlockedBy } from '../policy.ts';

/** What a form of an entry starts from. */
export interface EntryToEdit {
	readonly id: string;
	readonly name: string;
	readonly organisationId: string;
	readonly confidential: boolean;
	readonly values: Readonly<Record<string, unknown>>;
	readonly address: Address;
}

/**
 * The values of an entry that the actor may change.
 * @throws Refusal 403 when it is not hers; 404 when there is none
 */
export async function entryToEdit(act: Act, kind: EntryKind, id: string): Promise<EntryToEdit> {
	const entry = kind === 'service' ? await findService(act, id) : await findOrganisation(act, id);
	const organisationId = 'organisation' in entry ? entry.organisation.id : entry.id;
	refuseIf(editingBlockedBy(act.actor, organisationId));
	const known = new Map<string, unknown>(Object.entries(entry));
	return {
		id: entry.id,
		name: entry.name,
		organisationId,
		confidential: entry.confidential,
		values: Object.fromEntries(Object.keys(controls[kind]).map((field) => [field, known.get(field) ?? null])),
		address: addressOf(entry.confidential ? null : entry.place),
	};
}
