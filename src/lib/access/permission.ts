import type { Role } from '../actor.ts';
import type { SignedIn } from './session.ts';

/**
 * What a door asks: `anyone`; `newcomer` (nobody signed in); `second-factor` (a session that awaits its code);
 * `person` (in her own space, by card and PIN); `card` (the same, or by her card alone); `account` (signed in); `keepers` (signed in, and the policy lets in stewards and the organisation's own people); `development` (only where mail is not sent for good); or one of some roles.
 */
export type Permission =
	| 'anyone'
	| 'newcomer'
	| 'second-factor'
	| 'account'
	| 'keepers'
	| 'development'
	| 'person'
	| 'card'
	| { readonly roles: readonly Role[] };

/** What to answer at the door: let in, ask to sign in, send to the code, send home, or as if nothing were there; `come-in`: ask for her card and PIN. */
export type Answer = 'enter' | 'sign-in' | 'give-code' | 'go-home' | 'nothing-here' | 'come-in';

export interface Circumstances {
	readonly development: boolean;
	/** Her own space: whether she is in it, and by her PIN. */
	readonly own?: { readonly whole: boolean } | null;
}

/** The first of the three layers: decides from the declared permission alone; undeclared means nothing is there. */
export function answerAt(
	permission: Permission | undefined,
	session: SignedIn | null,
	{ development, own }: Circumstances,
): Answer {
	if (permission === undefined) return 'nothing-here';
	if (permission === 'anyone') return 'enter';
	if (permission === 'development') return development ? 'enter' : 'nothing-here';
	if (permission === 'card') return own ? 'enter' : 'come-in';
	if (permission === 'person') return own?.whole ? 'enter' : 'come-in';
	if (permission === 'newcomer') return session?.complete ? 'go-home' : 'enter';
	if (!session) return 'sign-in';
	if (permission === 'second-factor') return session.complete ? 'go-home' : 'enter';
	if (!session.complete) return 'give-code';
	if (permission === 'account' || permission === 'keepers') return 'enter';
	return session.hat && permission.roles.includes(session.hat.role) ? 'enter' : 'nothing-here';
}
