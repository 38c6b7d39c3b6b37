import type { Actor } from '../../actor.ts';
import type { Work } from '../../server/act.ts';
import type { Safe } from '../../server/safe.ts';

/** Who asks, and the two ways to act for them: as themselves, and at the door. `App.Locals` is one. */
export interface Asking {
	readonly actor: Actor;
	readonly act: Work;
	readonly door: Work;
}

/** What checks the secrets of an account: the door, and the safe where they are sealed. `App.Locals` is one. */
export interface Doorkeeper {
	readonly door: Work;
	readonly safe: Safe;
}
