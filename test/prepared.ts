import { randomBytes } from 'node:crypto';
import { newToken, tokenHash } from '../src/lib/access/server/tokens.ts';
import { type Act, actAsOperator, actAtTheDoor, type Work } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import type { Mail } from '../src/lib/server/mail.ts';

/** What the tests over HTTP need to know of the database they knock at. */
export interface Prepared {
	readonly serviceId: string;
	readonly organisationId: string;
	/** A session that still awaits its code. */
	readonly halfToken: string;
	/** A session closed since. */
	readonly endedToken: string;
}

/** What the application wrote elsewhere than in its answers. */
export interface Traces {
	readonly logs: string;
	readonly mails: readonly Mail[];
}

/** One unique word in each text column of people whom no visitor may see: none may come out, anywhere (T2). */
export const canaries = [
	'account-name',
	'account-email',
	'password',
	'totp',
	'device',
	'invitation',
	'event',
].map((column) => `canari-${column}-7f3a`);
/** The address of the account that nobody may see; its own mailbox is the only one that may hold it. */
export const canaryEmail = 'canari-account-email-7f3a@example.org';
/** The canaries that came out in a text. */
export const leaksIn = (text: string): string[] => canaries.filter((word) => text.includes(word));
const canary = (column: string): string => canaries.find((word) => word.includes(column)) ?? '';

const hourMs = 3_600_000;

/** Plants the canaries and two sessions that the sign-in form cannot make. */
export async function prepareForTests(ownerUrl: string): Promise<Prepared> {
	const owner = openPool(ownerUrl, { max: 1 });
	const login = openPool(appUrl(ownerUrl), { max: 1 });
	try {
		const operator = actAsOperator(databaseOver(owner));
		const door = actAtTheDoor(databaseOver(login));
		await plantCanaries(operator, door);
		const awa = await operator(({ tx }) => accountOf(tx, 'awa@demo.example.org'));
		const ids = await operator(findService);
		return {
			...ids,
			halfToken: await door((act) => insertSession(act, awa, { complete: false, life: hourMs })),
			endedToken: await door((act) => insertSession(act, awa, { complete: true, life: 1 })),
		};
	} finally {
		await owner.end();
		await login.end();
	}
}

async function plantCanaries(operator: Work, door: Work): Promise<void> {
	const email = canaryEmail;
	await operator(async ({ tx, at }) => {
		const organisation = await tx
			.selectFrom('organisation')
			.select('id')
			.orderBy('id', 'desc')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('account')
			.values({ email, name: canary('account-name'), createdAt: at })
			.execute();
		const accountId = await accountOf(tx, email);
		await tx
			.insertInto('hat')
			.values({ accountId, role: 'integrator', organisationId: organisation.id, createdAt: at })
			.execute();
		await tx
			.insertInto('invitation')
			.values({
				tokenHash: randomBytes(32),
				email: `${canary('invitation')}@example.org`,
				role: 'integrator',
				createdAt: at,
				expiresAt: new Date(at.getTime() + hourMs),
			})
			.execute();
		await tx
			.insertInto('event')
			.values({
				name: 'account.opened',
				subject: accountId,
				details: JSON.stringify({ by: canary('event') }),
				happenedAt: at,
			})
			.execute();
	});
	await door(async (act) => {
		const accountId = await accountOf(act.tx, email);
		await act.tx
			.updateTable('account')
			.set({ passwordHash: canary('password'), totpSecret: `v1.${canary('totp')}` })
			.where('id', '=', accountId)
			.execute();
		await insertSession(act, accountId, { complete: true, life: hourMs, device: canary('device') });
	});
}

const accountOf = async (tx: Act['tx'], email: string): Promise<string> =>
	(await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;

async function findService({ tx }: Act): Promise<{ serviceId: string; organisationId: string }> {
	const service = await tx
		.selectFrom('service')
		.select(['id as serviceId', 'organisationId'])
		.orderBy('sourceId')
		.executeTakeFirstOrThrow();
	return service;
}

async function insertSession(
	{ tx, at }: Act,
	accountId: string,
	{ complete, life, device = '' }: { complete: boolean; life: number; device?: string },
): Promise<string> {
	const token = newToken();
	const past = new Date(at.getTime() - hourMs);
	await tx
		.insertInto('session')
		.values({
			tokenHash: tokenHash(token),
			accountId,
			createdAt: life > 1 ? at : past,
			lastSeenAt: life > 1 ? at : past,
			expiresAt: new Date((life > 1 ? at : past).getTime() + life),
			complete,
			device,
		})
		.execute();
	return token;
}
