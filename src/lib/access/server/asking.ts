import type { Actor } from '../../actor.ts';
import type { Work } from '../../server/act.ts';

/** Who asks, and the two ways to act for them: as themselves, and at the door. `App.Locals` is one. */
export interface Asking {
	readonly actor: Actor;
	readonly act: Work;
	readonly door: Work;
}
