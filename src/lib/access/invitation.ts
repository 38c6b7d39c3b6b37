import type { Hat, Role } from '../actor.ts';
import type { TextKey } from '../texts/catalogue.ts';

/** What the people of an organisation may give to a colleague; the other roles are given by an administrator. */
export const colleagueRoles = ['worker', 'provider'] as const satisfies readonly Role[];

const day = 24 * 60 * 60_000;

/** An invitation waits a week for its answer. */
export const invitationLife = 7 * day;

/** What became of it is in the log: the address itself is kept a month more, then forgotten. */
export const invitationKept = 30 * day;

/** Why this hat may not invite to its organisation, or nothing. */
export function invitingBlockedBy(hat: Hat | null): TextKey | undefined {
	return hat?.organisationId ? undefined : 'access.invite-no-organisation';
}

/** Why this hat may not invite in any role and any place, or nothing. */
export function invitingAnywhereBlockedBy(hat: Hat | null): TextKey | undefined {
	return hat?.role === 'administrator' ? undefined : 'access.invite-not-administrator';
}
