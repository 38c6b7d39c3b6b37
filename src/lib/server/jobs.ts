import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { type Actor, anonymous, type Hat } from '../actor.ts';
import { type Act, actAs } from './act.ts';
import { type Database, openPool } from './database.ts';

/** What each job is given. A job without an actor in its row runs as nobody. */
export interface Jobs {
	'send-sign-in-link': { email: string; purpose: 'sign-in' | 'recovery'; origin: string };
	'send-invitation': { invitationId: string; origin: string };
	'send-notice': { email: string; key: Notice };
	'send-sms-code': { phone: string };
	'forget-old-secrets': Record<string, never>;
	'deliver-webhook': { deliveryId: string };
	'tell-due-steps': { webhookId: string };
	'run-import-draft': { draftId: string };
	'read-scheduled-import': { scheduleId: string };
	'ask-reviews': Record<string, never>;
	'send-review-letters': { letterIds: readonly string[] };
	'run-campaigns': Record<string, never>;
	'send-claim-link': { claimId: string };
	'tell-proposer': { correctionId: string };
	'send-alert-link': { searchId: string };
	'tell-news': Record<string, never>;
	'remind-appointment': { appointmentId: string; startsAt: string };
	'announce-referral': {
		referralId: string;
		moment:
			| 'sent'
			| 'answered'
			| 'asked'
			| 'replied'
			| 'met'
			| 'ended'
			| 'stopped'
			| 'agreement-stopped'
			| 'reminded'
			| 'escalated'
			| 'expired';
	};
	'tell-silence': { referralId: string; step: 'reminder' | 'managers' | 'coordination'; hatId: string };
	'tend-referrals': Record<string, never>;
	'count-service-answers': Record<string, never>;
	'find-alerts': Record<string, never>;
	'find-all-alerts': Record<string, never>;
	'send-digests': Record<string, never>;
	'post-digest': { digestId: string };
	'send-urgent': Record<string, never>;
	'post-urgent': { alertIds: readonly string[] };
	'look-for-duplicates': { since: string | null };
	'remind-endings': Record<string, never>;
	'tell-lead-worker': {
		hatId: string;
		about: 'ends-in-30' | 'ends-in-14' | 'ends-in-7' | 'emergency' | 'emergency-due';
		pathwayIds: readonly string[];
	};
	'tell-data-protection': { about: 'opened' | 'never-judged'; references: readonly string[] };
}
/** What a person is told of her own account, when she may not be the one who did it. */
type Notice =
	| 'password-changed'
	| 'second-factor-removed'
	| 'second-factor-reset'
	| 'recovery-codes-made'
	| 'recovery-code-used'
	| 'account-suspended'
	| 'account-reopened';
export type JobName = keyof Jobs;

interface Envelope<Payload> {
	actor: { accountId: string | null; hatId: string | null };
	payload: Payload;
}

export interface JobContext {
	readonly db: Database;
	readonly actor: Actor;
	readonly now: () => Date;
}
export type Handlers = { [Name in JobName]: (payload: Jobs[Name], context: JobContext) => Promise<void> };

/** Adds a job inside the act's own transaction: it exists if and only if its cause is committed. */
export async function enqueue<Name extends JobName>(
	{ tx, actor, quiet }: Act,
	name: Name,
	payload: Jobs[Name],
	when: { at?: Date; key?: string } = {},
): Promise<void> {
	if (quiet) return;
	const envelope: Envelope<Jobs[Name]> = {
		actor: { accountId: actor.accountId, hatId: actor.hat?.id ?? null },
		payload,
	};
	await sql`select enqueue(${name}, ${JSON.stringify(envelope)}::json, ${when.at ?? null}::timestamptz, ${when.key ?? null})`.execute(
		tx,
	);
}

/** The hat is read again when the job runs: rights lost since then are lost for the job too. */
async function actorOf(db: Database, { accountId, hatId }: Envelope<unknown>['actor']): Promise<Actor> {
	if (!accountId) return anonymous;
	if (!hatId) return { accountId, hat: null };
	const hat = await actAs(db, { accountId, hat: null })(({ tx }) =>
		tx
			.selectFrom('hat')
			.select(['id', 'role', 'organisationId', 'territoryKind', 'territoryCode'])
			.where('id', '=', hatId)
			.where('endedAt', 'is', null)
			.executeTakeFirst(),
	);
	return { accountId, hat: (hat as Hat | undefined) ?? null };
}

function tasksFrom(db: Database, handlers: Handlers, now: () => Date): TaskList {
	const task = (name: JobName) => async (raw: unknown) => {
		const { actor, payload } = raw as Envelope<never>;
		await handlers[name](payload, { db, actor: await actorOf(db, actor), now });
	};
	return Object.fromEntries((Object.keys(handlers) as JobName[]).map((name) => [name, task(name)]));
}

/** The queue's connections put their own role on as soon as they open. */
export const openQueuePool = (appUrl: string): pg.Pool =>
	openPool(appUrl, { max: 3, options: '-c role=passerelles_queue' });

const quiet = new Logger(() => (level, message) => {
	if (level === 'error') console.error(message);
});

/** Starts taking jobs; the returned runner stops after the current ones. */
export const startJobs = (
	pgPool: pg.Pool,
	db: Database,
	handlers: Handlers,
	now: () => Date = () => new Date(),
): Promise<Runner> =>
	run({
		pgPool,
		taskList: tasksFrom(db, handlers, now),
		concurrency: 2,
		noHandleSignals: true,
		pollInterval: 2000,
		logger: quiet,
		parsedCronItems: [],
	});
