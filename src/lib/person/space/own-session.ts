import type { OwnVisit } from '#lib/server/act.ts';

/** A visit to her own space, as the request that carries its cookie finds it. */
export interface OwnSession extends OwnVisit {
	readonly id: string;
	/** A phone or a computer that others use: the rule unless she says otherwise. */
	readonly sharedDevice: boolean;
	/** She has read what « Quitter » does. */
	readonly told: boolean;
}

const minutes = 60_000;

/** How long a visit lasts without a request: ten minutes on a device that others use (experience, section 6). */
export const idleLimitOf = (sharedDevice: boolean): number => (sharedDevice ? 10 : 60) * minutes;

/** And in any case, from its beginning. */
export const lifeOf = (sharedDevice: boolean): number => (sharedDevice ? 2 : 12) * 60 * minutes;

export const ownSessionIsOver = (
	session: { lastSeenAt: Date; expiresAt: Date; sharedDevice: boolean },
	at: Date,
): boolean =>
	session.expiresAt <= at || at.getTime() - session.lastSeenAt.getTime() > idleLimitOf(session.sharedDevice);

/** `__Host-` needs https: a plain address, as on a test machine, keeps the plain name. */
export const ownCookie = (origin: string): string =>
	origin.startsWith('https:') ? '__Host-chemin' : 'chemin';

/** The card just scanned, kept while its PIN is typed, so that no address keeps it. */
export const cardCookie = (origin: string): string =>
	origin.startsWith('https:') ? '__Host-carte' : 'carte';
