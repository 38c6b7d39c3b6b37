import { sql, type Transaction } from 'kysely';
import { type Actor, anonymous } from '../actor.ts';
import { NotYours } from '../refusal.ts';
import type { Database, Tables } from './database.ts';

/** One piece of work: who, when, and the transaction it lives or dies in. */
export interface Act {
	readonly tx: Transaction<Tables>;
	readonly actor: Actor;
	readonly at: Date;
	/** Nothing is asked of the queue: what is told happened long ago, and nobody is to be written to. */
	readonly quiet?: true;
}
export type Work = <T>(work: (act: Act) => Promise<T>) => Promise<T>;
export type Clock = () => Date;

/** The database role an act puts on; its policies stand beside their tables in `db/migrations`. */
type DatabaseRole =
	| 'passerelles_app'
	| 'passerelles_door'
	| 'passerelles_operator'
	| 'passerelles_guest'
	| 'passerelles_clock'
	| 'passerelles_person';

/** Somebody in her own space, as her session tells it. */
export interface OwnVisit {
	readonly personId: string;
	/** She gave her PIN; by her card alone she sees a reduced view. */
	readonly whole: boolean;
}

/** A one-time link to one referral: the hash of its token, and the code that its sender gave, if it was typed. */
export interface HeldLink {
	readonly tokenHash: Buffer;
	readonly code: string | null;
}

const opener =
	(role: DatabaseRole) =>
	(db: Database, actor: Actor, now: Clock): Work =>
	async (work) => {
		const open = <T>(inside: (act: Act) => Promise<T>) =>
			db.transaction().execute(async (tx) => {
				const at = now();
				await sql`select set_config('role', ${role}, true),
					set_config('app.account', ${actor.accountId ?? ''}, true),
					set_config('app.hat', ${actor.hat?.id ?? ''}, true),
					set_config('app.at', ${at.toISOString()}, true)`.execute(tx);
				return inside({ tx, actor, at });
			});
		try {
			return await open(work);
		} catch (error) {
			if (error instanceof NotYours) await open((act) => keepRefused(act, error));
			throw error;
		}
	};

/** One line for each try at what is not the actor's to do, in a transaction of its own: the act's was undone. */
export const keepRefused = ({ tx, actor, at }: Act, { act, subject }: NotYours) =>
	tx
		.insertInto('refusedAct')
		.values({ act, subject, at, accountId: actor.accountId, hatId: actor.hat?.id ?? null })
		.execute();

/** Says who came into her own space: with her PIN she acts for herself; her card alone opens a reduced view. */
const visiting =
	(work: Work, { personId, whole }: OwnVisit): Work =>
	(next) =>
		work(async (act) => {
			await sql`select set_config('app.person', ${whole ? personId : ''}, true),
				set_config('app.card_person', ${personId}, true)`.execute(act.tx);
			return next(act);
		});

/** Says which link is held, for the rest of this act. */
const holding =
	(work: Work, { tokenHash, code }: HeldLink): Work =>
	(next) =>
		work(async (act) => {
			await sql`select set_config('app.link', ${tokenHash.toString('hex')}, true),
				set_config('app.link_code', ${code ?? ''}, true)`.execute(act.tx);
			return next(act);
		});

const clock: Clock = () => new Date();

/** Acts as a person, or as nobody: row-level security reads these settings, so a forgotten filter still shows nothing. */
export const actAs = (db: Database, actor: Actor, now: Clock = clock): Work =>
	opener('passerelles_app')(db, actor, now);

/** Acts at the door: sign-in, sessions and one-time links, before anybody is known. */
export const actAtTheDoor = (db: Database, now: Clock = clock): Work =>
	opener('passerelles_door')(db, anonymous, now);

/** Acts for the installation's owner, from the command line; the application's own login cannot. */
export const actAsOperator = (db: Database, now: Clock = clock): Work =>
	opener('passerelles_operator')(db, anonymous, now);

/** Acts for whoever holds a one-time link to one referral: sees that referral, and nothing else of anybody. */
export const actAsGuest = (db: Database, link: HeldLink, now: Clock = clock): Work =>
	holding(opener('passerelles_guest')(db, anonymous, now), link);

/** Acts as the person herself, in her own space: sees what is hers, and nothing of anybody else. */
export const actAsPerson = (db: Database, visit: OwnVisit, now: Clock = clock): Work =>
	visiting(opener('passerelles_person')(db, anonymous, now), visit);

/** Acts as the clock: moves what waited too long, and reads no word about anybody. */
export const actAsClock = (db: Database, now: Clock = clock): Work =>
	opener('passerelles_clock')(db, anonymous, now);
