import type { Role } from '../../actor.ts';
import { slugOf } from './french.ts';

/** For the demonstration only: printed at start-up, the same for all, never for a real installation. */
export const demoPassword = 'lanterne-rivage-bocage-terril';

export interface DemoHat {
	readonly role: Role;
	/** `sourceId` of the demo organisation where it is worn; null for a hat worn on a territory. */
	readonly organisationSourceId: string | null;
	readonly territory: { readonly kind: 'region' | 'epci'; readonly code: string } | null;
}

export interface DemoPerson {
	readonly name: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly hats: readonly DemoHat[];
}

const at = (role: Role, rank: string): DemoHat => ({
	role,
	organisationSourceId: `demo--org-${rank}`,
	territory: null,
});

const over = (role: Role, kind: 'region' | 'epci', code: string): DemoHat => ({
	role,
	organisationSourceId: null,
	territory: { kind, code },
});

/** The invented people who can sign in to the demo; organisations are those of `firstSeats`, by rank. */
export const demoPeople: readonly DemoPerson[] = [
	person('Awa', 'Demeester', [at('worker', '0002')]),
	person('Julien', 'Wattrelot', [at('worker', '0001')]),
	person('Samira', 'Lecoustre', [at('provider', '0003')]),
	person('Nadège', 'Pruvot', [at('facilitator', '0004'), over('coordinator', 'epci', '246200729')]),
	person('Thomas', 'Quéniart', [over('coordinator', 'epci', '246200364')]),
	person('Inès', 'Marlière', [at('delegate', '0005')]),
	person('Claire', 'Vandamme', [over('funder', 'region', '32')]),
	person('Marc', 'Obry', [over('administrator', 'region', '32')]),
];

function person(firstName: string, lastName: string, hats: readonly DemoHat[]): DemoPerson {
	const email = `${slugOf(firstName)}@demo.example.org`;
	return { name: `${firstName} ${lastName}`, firstName, lastName, email, hats };
}
