export const roles = [
	'worker',
	'provider',
	'facilitator',
	'coordinator',
	'funder',
	'delegate',
	'integrator',
	'administrator',
] as const;
export type Role = (typeof roles)[number];

/** The role in which an account acts, for an organisation or on a territory. */
export interface Hat {
	readonly id: string;
	readonly role: Role;
	readonly organisationId: string | null;
	readonly territoryKind: string | null;
	readonly territoryCode: string | null;
}

/** Who acts: nobody in particular (`anonymous`), or an account under at most one of its hats. */
export interface Actor {
	readonly accountId: string | null;
	readonly hat: Hat | null;
}

export const anonymous: Actor = { accountId: null, hat: null };
