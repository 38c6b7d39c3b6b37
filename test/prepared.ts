import { randomBytes } from 'node:crypto';
import { newToken, tokenHash } from '../src/lib/access/server/tokens.ts';
import { draftReferral, NewReferral } from '../src/lib/pathway/referrals/server/draft-referral.ts';
import { Sending, sendReferral } from '../src/lib/pathway/referrals/server/send-referral.ts';
import { openPathway } from '../src/lib/pathway/server/open-pathway.ts';
import { NewStep, proposeStep } from '../src/lib/pathway/steps/server/propose-step.ts';
import { findAllAlerts } from '../src/lib/rupture/alerts/server/find-alerts.ts';
import { type Act, actAs, actAsOperator, actAtTheDoor, type Work } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { type Database, databaseOver, openPool } from '../src/lib/server/database.ts';
import type { Mail } from '../src/lib/server/mail.ts';

/** What the tests over HTTP need to know of the database they knock at. */
export interface Prepared {
	readonly serviceId: string;
	readonly organisationId: string;
	/** Of somebody whom no visitor may know. */
	readonly pathwayId: string;
	readonly referralId: string;
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
	'person',
	'words',
	'contact',
	'goal',
	'step',
	'note',
	'meeting',
	'paper',
	'file',
	'need',
	'question',
].map((column) => `canari-${column}-7f3a`);
/** The address of the account that nobody may see; its own mailbox is the only one that may hold it. */
export const canaryEmail = 'canari-account-email-7f3a@example.org';
/** The canaries that came out in a text. */
export const leaksIn = (text: string): string[] => canaries.filter((word) => text.includes(word));
const canary = (column: string): string => canaries.find((word) => word.includes(column)) ?? '';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Plants the canaries and two sessions that the sign-in form cannot make. */
export async function prepareForTests(ownerUrl: string): Promise<Prepared> {
	const owner = openPool(ownerUrl, { max: 1 });
	const login = openPool(appUrl(ownerUrl), { max: 1 });
	try {
		const operator = actAsOperator(databaseOver(owner));
		const door = actAtTheDoor(databaseOver(login));
		await plantCanaries(operator, door);
		const secret = await plantPerson(operator, databaseOver(login));
		const awa = await operator(({ tx }) => accountOf(tx, 'awa@demo.example.org'));
		const ids = await operator(findService);
		return {
			...ids,
			...secret,
			halfToken: await door((act) => insertSession(act, awa, { complete: false, life: hourMs })),
			endedToken: await door((act) => insertSession(act, awa, { complete: true, life: 1 })),
		};
	} finally {
		await owner.end();
		await login.end();
	}
}

/**
 * Somebody whom Awa of the demo follows for three weeks, with a step whose day passed nine days ago without a word, as
 * the alerts see it now. @returns the id of her pathway
 */
export async function leaveStepLate(ownerUrl: string, name: string, words: string): Promise<string> {
	const owner = openPool(ownerUrl, { max: 1 });
	const login = openPool(appUrl(ownerUrl), { max: 1 });
	const ago = (days: number) => new Date(Date.now() - days * dayMs);
	try {
		const db = databaseOver(login);
		const actor = await actAsOperator(databaseOver(owner))(({ tx }) => workerOf(tx, 'awa@demo.example.org'));
		const pathwayId = await actAs(db, actor, () => ago(21))((act) => openPathway(act, { name, words: null }));
		const step = { words, owner: 'me', dueOn: ago(9).toISOString().slice(0, 10), before: 'Nadia' };
		await actAs(db, actor, () => ago(20))((act) => proposeStep(act, pathwayId, NewStep.parse(step)));
		await findAllAlerts(db, () => new Date());
		return pathwayId;
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

/** Somebody followed by a worker whom no visitor is, with one unique word in each text about her, and a referral. */
async function plantPerson(operator: Work, db: Database): Promise<{ pathwayId: string; referralId: string }> {
	const { actor, elsewhere } = await operator(plantWorker);
	const act = actAs(db, actor);
	const pathwayId = await act((one) => openPathway(one, { name: canary('person'), words: canary('words') }));
	await act(async ({ tx, at }) => {
		const author = { pathwayId, organisationId: actor.hat.organisationId, hatId: actor.hat.id };
		await tx
			.updateTable('person')
			.set({ safeContact: canary('contact') })
			.execute();
		const { organisationId } = author;
		await tx
			.insertInto('goal')
			.values({
				pathwayId,
				organisationId,
				domain: 'work',
				words: canary('goal'),
				saidBy: 'person',
				setAt: at,
			})
			.execute();
		await tx
			.insertInto('step')
			.values({
				pathwayId,
				organisationId,
				words: canary('step'),
				owner: 'person',
				ownerName: canary('person'),
				dueOn: '2030-01-01',
				proposedBy: 'worker',
				madeAt: at,
			})
			.execute();
		const named = { ...author, authorName: 'Nour', shared: true };
		await tx
			.insertInto('note')
			.values({ ...named, words: canary('note'), writtenAt: at })
			.execute();
		await tx
			.insertInto('attachment')
			.values({
				...named,
				name: canary('file'),
				mediaType: 'application/pdf',
				bytes: Buffer.from(canary('file')),
				size: 20,
				addedAt: at,
			})
			.execute();
		await tx
			.insertInto('appointment')
			.values({ ...author, subjectLine: canary('meeting'), withName: 'Nour', startsAt: at, madeAt: at })
			.execute();
		await tx
			.insertInto('document')
			.values({ ...author, kind: 'other', title: canary('paper'), words: canary('paper'), madeAt: at })
			.execute();
	});
	const referralId = await act(async (one) => {
		const need = { organisationIds: [elsewhere], domain: 'work', need: canary('need') };
		const id = await draftReferral(one, pathwayId, NewReferral.parse(need));
		await sendReferral(one, id, Sending.parse({ basis: 'agreement', proof: 'signed', version: 1 }));
		await one.tx
			.insertInto('referralMessage')
			.values({ referralId: id, kind: 'answer', side: 'source', words: canary('question'), at: one.at })
			.execute();
		return id;
	});
	return { pathwayId, referralId };
}

/** A worker of an organisation where no demo account works, and another organisation of that kind. */
async function plantWorker({ tx, at }: Act) {
	const [organisation, other] = await tx
		.selectFrom('organisation')
		.select('id')
		.where('id', 'not in', (eb) =>
			eb
				.selectFrom('hat')
				.select('organisationId')
				.where('organisationId', 'is not', null)
				.$castTo<{ organisationId: string }>(),
		)
		.orderBy('id')
		.limit(2)
		.execute();
	// Her name is told to whom she writes: she is no canary.
	const { id: accountId } = await tx
		.insertInto('account')
		.values({ email: 'nour@example.org', name: 'Nour', createdAt: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	const organisationId = organisation?.id ?? '';
	const { id } = await tx
		.insertInto('hat')
		.values({ accountId, role: 'worker', organisationId, createdAt: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	const hat = { id, role: 'worker' as const, organisationId, territoryKind: null, territoryCode: null };
	return { actor: { accountId, hat }, elsewhere: other?.id ?? '' };
}

/** A worker of the demo, under her first hat. */
async function workerOf(tx: Act['tx'], email: string) {
	const accountId = await accountOf(tx, email);
	const hat = await tx
		.selectFrom('hat')
		.select(['id', 'organisationId'])
		.where('accountId', '=', accountId)
		.executeTakeFirstOrThrow();
	return { accountId, hat: { ...hat, role: 'worker' as const, territoryKind: null, territoryCode: null } };
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
