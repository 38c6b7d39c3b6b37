import type { Permission } from '../../src/lib/access/permission.ts';
import type { Role } from '../../src/lib/actor.ts';
import { permissions } from '../../src/permissions.ts';

/** Everybody who may knock: nobody, a forged or ended session, a session awaiting its code, each hat. */
export const visitors = [
	'nobody',
	'forged',
	'ended',
	'half',
	'worker',
	'provider',
	'facilitator',
	'coordinator',
	'funder',
	'delegate',
	'administrator',
] as const;
export type Visitor = (typeof visitors)[number];

/**
 * What is expected at a door: E enter, S asked to sign in, C asked for the code, H sent home, – as if nothing were there;
 * R let in at the door, then refused by the policy, since the organisation is another's; P asked for her card and PIN.
 */
export type Outcome = 'E' | 'S' | 'C' | 'H' | 'R' | 'P' | '–';

const strangers: readonly Visitor[] = ['nobody', 'forged', 'ended'];

/** Whoever keeps every organisation's pages; nobody else of these visitors belongs to the one that is tried. */
const keepers: readonly Visitor[] = ['facilitator', 'coordinator', 'administrator'];

/** Written apart from the code that decides, case by case: the test compares the two. */
export function expectedOutcome(permission: Permission, visitor: Visitor): Outcome {
	const stranger = strangers.includes(visitor);
	const half = visitor === 'half';
	if (permission === 'anyone' || permission === 'development') return 'E';
	// No account opens a person’s own space: none of these visitors holds her card.
	if (permission === 'person' || permission === 'card') return 'P';
	if (permission === 'newcomer') return stranger || half ? 'E' : 'H';
	if (permission === 'second-factor') return stranger ? 'S' : half ? 'E' : 'H';
	if (stranger) return 'S';
	if (half) return 'C';
	if (permission === 'account') return 'E';
	if (permission === 'keepers') return keepers.includes(visitor) ? 'E' : 'R';
	return permission.roles.includes(visitor as Role) ? 'E' : '–';
}

export interface Cell {
	readonly route: string;
	readonly operation: string;
	readonly visitor: Visitor;
	readonly expected: Outcome;
}

/** Every route, operation and visitor. */
export const cells: readonly Cell[] = Object.entries(permissions).flatMap(([route, operations]) =>
	Object.entries(operations ?? {}).flatMap(([operation, permission]) =>
		visitors.map((visitor) => ({
			route,
			operation,
			visitor,
			expected: expectedOutcome(permission, visitor),
		})),
	),
);

/** The matrix as people review it: one line an operation, one column a visitor. */
export function matrixText(): string {
	const rows = new Map<string, string[]>();
	for (const { route, operation, expected } of cells) {
		const name = `${route} ${operation}`;
		rows.set(name, [...(rows.get(name) ?? []), expected]);
	}
	const width = Math.max(...[...rows.keys()].map((name) => name.length)) + 2;
	const line = (name: string, columns: readonly string[]) =>
		`${name.padEnd(width)}${columns.map((column) => column.slice(0, 6).padEnd(7)).join('')}`.trimEnd();
	return `${[line('', visitors), ...[...rows].map(([name, columns]) => line(name, columns))].join('\n')}\n`;
}
