import type { Hat, Role } from '../actor.ts';
import type { TextKey } from '../texts/catalogue.ts';

interface Entry {
	readonly href: string;
	readonly key: TextKey;
}

const today = { href: '/aujourdhui', key: 'today.menu' } as const;
const people = { href: '/personnes', key: 'pathway.menu-people' } as const;
const referrals = { href: '/orientations', key: 'pathway.menu-referrals' } as const;
const inbox = { href: '/a-traiter', key: 'pathway.menu-inbox' } as const;
const agenda = { href: '/agenda', key: 'pathway.menu-agenda' } as const;
const relays = { href: '/relais', key: 'pathway.menu-relays' } as const;

const steering = { href: '/pilotage/ruptures', key: 'steering.menu' } as const;

const entries: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
	worker: [today, people, referrals, inbox, agenda, relays],
	provider: [today, inbox],
};
/** Those of a territory need no organisation. */
const ofTerritories: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
	coordinator: [steering],
	facilitator: [steering],
};

/** The pages of one's work, before those that everybody reads; nothing without an organisation or a territory. */
export const workMenu = (
	hat: Pick<Hat, 'role' | 'organisationId' | 'territoryKind'> | null,
): readonly Entry[] =>
	(hat?.organisationId && entries[hat.role]) || (hat?.territoryKind && ofTerritories[hat.role]) || [];
