import type { Role } from '../actor.ts';
import type { TextKey } from '../texts/catalogue.ts';

/** Where a hat is worn: in an organisation, on a territory, or everywhere when neither is said. */
export interface HatPlace {
	readonly organisationId: string | null;
	readonly territoryKind: string | null;
	readonly territoryCode: string | null;
}

export const everywhere: HatPlace = { organisationId: null, territoryKind: null, territoryCode: null };
export const inOrganisation = (organisationId: string): HatPlace => ({ ...everywhere, organisationId });
export const onTerritory = (territoryKind: string, territoryCode: string): HatPlace => ({
	...everywhere,
	territoryKind,
	territoryCode,
});

type Reach = 'organisation' | 'territory' | 'everywhere';

/** Where each role makes sense: who works for an organisation has one, who coordinates has something to coordinate. */
const reaches: Readonly<Record<Role, readonly Reach[]>> = {
	worker: ['organisation'],
	provider: ['organisation'],
	facilitator: ['organisation', 'territory'],
	coordinator: ['organisation', 'territory'],
	funder: ['organisation', 'territory'],
	delegate: ['organisation', 'territory'],
	integrator: ['organisation', 'territory', 'everywhere'],
	administrator: ['organisation', 'territory', 'everywhere'],
};

/** Why this role cannot be worn there, or nothing. */
export function placeBlockedBy(role: Role, place: HatPlace): TextKey | undefined {
	const allowed = reaches[role];
	if (allowed.includes(reachOf(place))) return undefined;
	return allowed.includes('territory') ? 'access.place-needed' : 'access.place-needs-organisation';
}

const reachOf = ({ organisationId, territoryKind }: HatPlace): Reach =>
	organisationId ? 'organisation' : territoryKind ? 'territory' : 'everywhere';

/** A place as a form sends it: `structure:<id>`, `territoire:<kind>:<code>`, `partout`. */
export function placeValue({ organisationId, territoryKind, territoryCode }: HatPlace): string {
	if (organisationId) return `structure:${organisationId}`;
	return territoryKind ? `territoire:${territoryKind}:${territoryCode}` : 'partout';
}

/** Nothing for a text that no form of ours sends. */
export function readPlace(value: string): HatPlace | undefined {
	if (value === 'partout') return everywhere;
	const [, id] = /^structure:([0-9a-f-]{36})$/.exec(value) ?? [];
	if (id) return inOrganisation(id);
	const [, kind, code] = /^territoire:([a-z-]+):([\w-]+)$/.exec(value) ?? [];
	return kind && code ? onTerritory(kind, code) : undefined;
}
