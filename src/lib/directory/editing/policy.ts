import type { Actor } from '#lib/actor.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { decidesFor } from '../upkeep/deciders.ts';

/** Why this actor may not change an entry of this organisation; nothing when she may. */
export function editingBlockedBy(actor: Actor, organisationId: string): TextKey | undefined {
	if (decidesFor(actor, organisationId)) return undefined;
	return actor.accountId === null ? 'edit.sign-in-first' : 'edit.not-yours';
}
