import { sql } from 'kysely';
import { accessJobs } from '../access/server/jobs.ts';
import { anonymous } from '../actor.ts';
import { directoryJobs } from '../directory/server/jobs.ts';
import { pathwayJobs } from '../pathway/server/jobs.ts';
import { personJobs } from '../person/server/jobs.ts';
import { ruptureJobs } from '../rupture/server/jobs.ts';
import type { Work } from '../server/act.ts';
import type { Database } from '../server/database.ts';
import type { Handlers, JobContext, JobName, Jobs } from '../server/jobs.ts';
import type { Mail } from '../server/mail.ts';
import { safe } from './accounts.ts';
import { noon } from './world.ts';

export const origin = 'https://passerelles.test';

/** Adds a service to an organisation, looked at long ago unless said otherwise. */
export const addService = (
	operator: Work,
	organisationId: string,
	name: string,
	more: { updatedOn?: string; email?: string; phone?: string } = {},
): Promise<string> =>
	operator(async ({ tx, at }) => {
		const { id } = await tx
			.insertInto('service')
			.values({
				organisationId,
				source: 'test',
				sourceId: `test--${crypto.randomUUID()}`,
				name,
				description: 'Une aide.',
				updatedOn: '2025-11-01',
				digest: '',
				importedAt: at,
				...more,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		return id;
	});

export const writeTo = (operator: Work, organisationId: string, email: string | null): Promise<unknown> =>
	operator(({ tx }) =>
		tx.updateTable('organisation').set({ email }).where('id', '=', organisationId).execute(),
	);

/** Runs jobs as the queue would, keeping the mails that they post; `at` is their clock. */
export function runner(db: Database) {
	const sent: Mail[] = [];
	const post = async (mail: Mail): Promise<void> => void sent.push(mail);
	const needs = { post, sms: null, safe, mailFolder: null, origin };
	const handlers: Handlers = {
		...accessJobs({ post }),
		...directoryJobs(needs),
		...pathwayJobs(needs),
		...personJobs(needs),
		...ruptureJobs(needs),
	};
	const run = <Name extends JobName>(name: Name, payload: Jobs[Name], at: Date = noon): Promise<void> => {
		const context: JobContext = { db, actor: anonymous, now: () => at };
		return handlers[name](payload, context);
	};
	return { sent, run };
}

/** Takes the jobs of one name that wait, whatever their hour, and gives what each was given. */
export const takeJobs = async <Name extends JobName>(
	owner: { query(text: string, values: unknown[]): Promise<{ rows: { payload: unknown }[] }> },
	name: Name,
): Promise<Jobs[Name][]> => {
	const { rows } = await owner.query(
		`with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
			where t.id = j.task_id and t.identifier = $1 returning j.payload) select payload from taken`,
		[name],
	);
	return rows.map(({ payload }) => (payload as { payload: Jobs[Name] }).payload);
};

/** The token of the link that a mail carries. */
export const tokenIn = (mail: Mail | undefined, path: string): string => {
	const [, token] = new RegExp(`/${path}/([\\w-]{43})`).exec(mail?.text ?? '') ?? [];
	if (!token) throw new Error(`no link to /${path} in this mail`);
	return token;
};

export const verifiedOn = (work: Work, id: string): Promise<string | null> =>
	work(async ({ tx }) => {
		const { rows } = await sql<{ verifiedOn: string | null }>`
			select verified_on from service where id = ${id}`.execute(tx);
		return rows[0]?.verifiedOn ?? null;
	});
