import type { Actor, Role } from '#lib/actor.ts';

/** Who keeps the shared directory true: the database's `is_steward()` says the same. */
export const stewardRoles = [
	'administrator',
	'coordinator',
	'facilitator',
] as const satisfies readonly Role[];

export const isSteward = ({ hat }: Actor): boolean =>
	hat !== null && (stewardRoles as readonly Role[]).includes(hat.role);

/** Whether the actor decides about the pages of an organisation: a steward, or its own people. */
export const decidesFor = (actor: Actor, organisationId: string): boolean =>
	isSteward(actor) || actor.hat?.organisationId === organisationId;
