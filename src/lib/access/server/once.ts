import { hash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { problem } from '../../server/api/problem.ts';
import type { Safe } from '../../server/safe.ts';

/** A claim whose work never ended is given up after five minutes: the request may be tried again. */
const givenUp = 5 * 60_000;

type Asked = Pick<RequestEvent, 'request' | 'url' | 'locals'>;
interface Claim {
	readonly apiKeyId: string;
	readonly key: string;
	readonly route: string;
	readonly requestHash: string;
}

/**
 * Does a POST once, when it says an `Idempotency-Key`: the same key with the same body is answered as the first time,
 * for seven days. Without one, it is simply done. An answer of ours that failed (500 and more) is not kept.
 * Answered by a problem: 400 for a key that cannot be one, 409 while the first is being done, 422 for another body.
 */
export async function once(event: Asked, act: Work, work: () => Promise<Response>): Promise<Response> {
	const claimed = await claim(event, act);
	if (claimed === undefined) return work();
	return claimed instanceof Response ? claimed : keeping(act, claimed, event.locals.safe, work);
}

/**
 * Does a POST once, under an `Idempotency-Key` that it must say: what it does and the answer kept of it are committed
 * together, so that not even a crash between the two does it twice. `prepare` reads what is sent, before anything is
 * opened. A refusal does nothing and gives the key back. Answered as `once`; 400 without a key.
 */
export async function onceTogether(
	event: Asked,
	act: Work,
	prepare: () => Promise<(here: Act) => Promise<Response>>,
): Promise<Response> {
	const claimed = await claim(event, act);
	if (claimed === undefined) throw new Refusal(400, 'pathway-api.key-missing');
	if (claimed instanceof Response) return claimed;
	try {
		const work = await prepare();
		return await act(async (here) => {
			const answer = await work(here);
			await keep(here, claimed, answer.status, await sealed(answer.clone(), event.locals.safe, claimed));
			return answer;
		});
	} catch (error) {
		await act((here) => release(here, claimed));
		throw error;
	}
}

/** The claim that this request now holds; or the answer it gets at once, that of the first time or a problem. */
async function claim(event: Asked, act: Work): Promise<Claim | Response | undefined> {
	try {
		const wanted = await claimOf(event);
		const before = wanted && (await act((here) => take(here, wanted)));
		return before && before !== 'taken' ? replay(before, event.locals.safe, wanted) : wanted;
	} catch (error) {
		if (error instanceof Refusal) return problem(error.status, error.reason);
		throw error;
	}
}

async function claimOf({ request, url, locals }: Asked): Promise<Claim | undefined> {
	const key = request.headers.get('idempotency-key');
	if (key === null || !locals.machine) return undefined;
	if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal(400, 'exchange.key-wrong');
	return {
		apiKeyId: locals.machine.id,
		key,
		route: `${request.method} ${url.pathname}${url.search}`,
		requestHash: hash('sha256', await request.clone().text()),
	};
}

interface Answered {
	readonly status: number;
	readonly response: string;
}

/** Takes the key for this request, or tells what was answered under it. Of two at once, one takes it. */
async function take({ tx, actor, at }: Act, claim: Claim): Promise<'taken' | Answered> {
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto('idempotencyKey')
		.values({ ...claim, accountId: actor.accountId ?? '', madeAt: at })
		.onConflict((conflict) => conflict.columns(['apiKeyId', 'key']).doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows === 1n) return 'taken';
	const known = await tx
		.selectFrom('idempotencyKey')
		.selectAll()
		.where('apiKeyId', '=', claim.apiKeyId)
		.where('key', '=', claim.key)
		.executeTakeFirstOrThrow();
	if (known.route !== claim.route || known.requestHash !== claim.requestHash)
		throw new Refusal(422, 'exchange.key-reused');
	if (known.status !== null && known.response !== null)
		return { status: known.status, response: known.response };
	await retake({ tx, at }, claim);
	return 'taken';
}

async function retake({ tx, at }: Pick<Act, 'tx' | 'at'>, { apiKeyId, key }: Claim): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('idempotencyKey')
		.set({ madeAt: at })
		.where('apiKeyId', '=', apiKeyId)
		.where('key', '=', key)
		.where('status', 'is', null)
		.where('madeAt', '<', new Date(at.getTime() - givenUp))
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new Refusal(409, 'exchange.key-busy');
}

/** What fails by our fault, or is thrown, gives the key back: the request may be sent again under it. */
async function keeping(
	act: Work,
	claim: Claim,
	safe: Safe,
	work: () => Promise<Response>,
): Promise<Response> {
	let answer: Response;
	try {
		answer = await work();
	} catch (error) {
		await act((here) => release(here, claim));
		throw error;
	}
	if (answer.status >= 500) await act((here) => release(here, claim));
	else await act(async (here) => keep(here, claim, answer.status, await sealed(answer.clone(), safe, claim)));
	return answer;
}

const release = ({ tx }: Act, { apiKeyId, key }: Claim) =>
	tx
		.deleteFrom('idempotencyKey')
		.where('apiKeyId', '=', apiKeyId)
		.where('key', '=', key)
		.where('status', 'is', null)
		.execute();

const keep = ({ tx }: Act, { apiKeyId, key }: Claim, status: number, response: string) =>
	tx
		.updateTable('idempotencyKey')
		.set({ status, response })
		.where('apiKeyId', '=', apiKeyId)
		.where('key', '=', key)
		.execute();

/** An answer may hold a secret, or words about somebody: nobody reads it in the database. */
const sealed = async (answer: Response, safe: Safe, { apiKeyId }: Claim): Promise<string> =>
	safe.seal(JSON.stringify({ headers: headersKept(answer), body: await answer.text() }), apiKeyId);

const headersKept = ({ headers }: Response): Record<string, string> =>
	Object.fromEntries(
		['content-type', 'etag', 'location'].flatMap((name) => {
			const told = headers.get(name);
			return told === null ? [] : [[name, told]];
		}),
	);

function replay({ status, response }: Answered, safe: Safe, { apiKeyId }: Claim): Response {
	const { headers = {}, body }: { headers?: Record<string, string>; body: string } = JSON.parse(
		safe.open(response, apiKeyId),
	);
	return new Response(body === '' ? null : body, {
		status,
		headers: { ...headers, 'idempotency-replayed': 'true' },
	});
}
