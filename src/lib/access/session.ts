import type { Hat } from '../actor.ts';

/** The session of a request: its account, the hats it may put on, the one it wears. */
export interface SignedIn {
	readonly id: string;
	readonly accountId: string;
	readonly name: string;
	readonly email: string;
	/** False while the second factor is still awaited: such a session opens nothing but that question. */
	readonly complete: boolean;
	readonly hat: Hat | null;
	readonly hats: readonly LabelledHat[];
}

export interface LabelledHat extends Hat {
	/** Where the hat is worn: the organisation's or the territory's name. */
	readonly place: string | null;
}

const minutes = 60_000;

/** A session ends after half an hour without a request, and after twelve hours in any case (ASVS 5.0, 7.3). */
export const idleLimit = 30 * minutes;
export const absoluteLimit = 12 * 60 * minutes;

export const sessionIsOver = (session: { lastSeenAt: Date; expiresAt: Date }, at: Date): boolean =>
	session.expiresAt <= at || at.getTime() - session.lastSeenAt.getTime() > idleLimit;

/** `__Host-` needs https: a plain address, as on a test machine, keeps the plain name. */
export const sessionCookie = (origin: string): string =>
	origin.startsWith('https:') ? '__Host-session' : 'session';
