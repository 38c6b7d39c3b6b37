import type { ApiKey } from '#lib/access/api-key.ts';
import type { SignedIn } from '#lib/access/session.ts';
import type { Actor } from '#lib/actor.ts';
import type { OwnSession } from '#lib/person/space/own-session.ts';
import type { Work } from '#lib/server/act.ts';
import type { Safe } from '#lib/server/safe.ts';
import type { Language } from '#lib/texts/languages.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks, read from the session at this very request. */
			actor: Actor;
			session: SignedIn | null;
			/** Acts as the one who asks. */
			act: Work;
			/** Who is in her own space, on its pages only. */
			own: OwnSession | null;
			/** Acts as the person who is in her own space; on its pages only. */
			ownAct: Work;
			/** The machine that asks an address of the API, if it showed a key. */
			machine: ApiKey | null;
			/** Acts at the door, for what happens before anybody is known. */
			door: Work;
			/** Where the secrets of accounts are sealed. */
			safe: Safe;
			/** Whether this machine's own name was asked for. */
			local: boolean;
			/** The language of the page: one of twelve in the person's space, French elsewhere. */
			language: Language;
			/** The public address of this installation, without a final slash. */
			origin: string;
		}
		interface Error {
			message: string;
			reference?: string;
		}
	}
}
