import type { Actor } from '#lib/actor.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';

/** Those who keep the shared directory true: the same as `is_steward()` in the database. */
export const isSteward = ({ hat }: Actor): boolean =>
	hat !== null && ['administrator', 'coordinator', 'facilitator'].includes(hat.role);

/** Why this actor may not change an entry of this organisation; nothing when she may. */
export function editingBlockedBy(actor: Actor, organisationId: string): TextKey | undefined {
	if (isSteward(actor)) return undefined;
	if (actor.hat?.organisationId === organisationId) return undefined;
	return actor.accountId === null ? 'edit.sign-in-first' : 'edit.not-yours';
}
