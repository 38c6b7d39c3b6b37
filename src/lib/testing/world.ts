import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Actor, anonymous, type Hat, type Role } from '../actor.ts';
import { actAs, actAsOperator, actAtTheDoor, type Work } from '../server/act.ts';
import { appUrl } from '../server/app-login.ts';
import { type Database, databaseOver, openPool } from '../server/database.ts';
import { openQueuePool } from '../server/jobs.ts';
import { createDatabase, dropDatabase, onDatabase } from './database-server.ts';

/** The instant of every test, unless it says another: a Monday morning in November. */
export const noon = new Date('2026-11-23T11:00:00Z');

export interface World {
	/** The application's login: owns nothing, sees nothing until it acts as somebody. */
	db: Database;
	/** The owner's pool, for what only an installer does. */
	owner: pg.Pool;
	/** The connections that take jobs. */
	queue: pg.Pool;
	url: string;
	operator: Work;
	door: Work;
	/** Nobody signed in. */
	stranger: Work;
	organisation(name: string): Promise<{ id: string; name: string }>;
	/** An account with one hat, ready to act. */
	person(
		name: string,
		role: Role,
		organisationId?: string,
	): Promise<{ actor: Actor; act: Work; email: string }>;
}

/** A fresh copy of the migrated database, closed after the file's last test. */
export async function world(): Promise<World> {
	const server = inject('databaseServer');
	const name = await createDatabase(server, inject('databaseTemplate'));
	const url = onDatabase(server, name);
	const owner = openPool(url, { max: 4 });
	const pool = openPool(appUrl(url), { max: 6 });
	const queue = openQueuePool(appUrl(url));
	afterAll(async () => {
		await pool.end();
		await queue.end();
		await owner.end();
		await dropDatabase(server, name);
	});
	const db = databaseOver(pool);
	const clock = () => noon;
	const operator = actAsOperator(databaseOver(owner), clock);
	return {
		db,
		owner,
		queue,
		url,
		operator,
		door: actAtTheDoor(db, clock),
		stranger: actAs(db, anonymous, clock),
		organisation: (label) => openOrganisation(operator, label),
		person: async (label, role, organisationId) => {
			const { email, accountId, hat } = await openPerson(operator, label, role, organisationId ?? null);
			const actor: Actor = { accountId, hat };
			return { actor, email, act: actAs(db, actor, clock) };
		},
	};
}

let counter = 0;

const openOrganisation = (operator: Work, name: string) =>
	operator(({ tx, at }) =>
		tx
			.insertInto('organisation')
			.values({
				source: 'test',
				sourceId: `test--${++counter}`,
				name,
				updatedOn: '2026-11-01',
				digest: '',
				importedAt: at,
			})
			.returning(['id', 'name'])
			.executeTakeFirstOrThrow(),
	);

const openPerson = (operator: Work, name: string, role: Role, organisationId: string | null) =>
	operator(async ({ tx, at }) => {
		const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}.${++counter}@exemple.test`;
		const account = await tx
			.insertInto('account')
			.values({ email, name, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const { id } = await tx
			.insertInto('hat')
			.values({ accountId: account.id, role, organisationId, createdAt: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const hat: Hat = { id, role, organisationId, territoryKind: null, territoryCode: null };
		return { email, accountId: account.id, hat };
	});
