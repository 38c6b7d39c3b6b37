import { findSession } from '../access/server/find-session.ts';
import type { OpenedSession } from '../access/server/open-session.ts';
import { hashPassword } from '../access/server/password-hash.ts';
import type { SignedIn } from '../access/session.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Actor } from '../actor.ts';
import { actAtTheDoor, type Work } from '../server/act.ts';
import type { Database } from '../server/database.ts';
import { safeOf } from '../server/safe.ts';
import { noon } from './world.ts';

/** A password that its owner may choose, and another. */
export const goodPassword = 'trois lapins dansent sous la pluie';
export const otherPassword = 'cheval correct batterie agrafe';

/** The safe of every test. */
export const safe = safeOf('the secret of an installation for tests');

let counter = 0;

/** Somebody at a door, from a network where nobody has tried anything yet. */
export const newVisitor = (): Visitor => ({
	address: `10.${++counter >> 8}.${counter & 255}.1`,
	device: 'Firefox, Android',
	local: true,
});

/** The door, so many seconds after noon. */
export const doorLater = (db: Database, seconds: number): Work =>
	actAtTheDoor(db, () => new Date(noon.getTime() + seconds * 1000));

export async function givePassword(door: Work, { accountId }: Actor, password = goodPassword): Promise<void> {
	const passwordHash = await hashPassword(password);
	await door(({ tx }) =>
		tx.updateTable('account').set({ passwordHash }).where('id', '=', accountId).execute(),
	);
}

/** What the next request would know of a session just opened. */
export async function sessionOf(door: Work, { token }: OpenedSession): Promise<SignedIn> {
	const session = await findSession(door, token);
	if (!session) throw new Error('no session behind this token');
	return session;
}

/** How many milliseconds a piece of work takes. */
export async function duration(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
