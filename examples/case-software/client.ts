// An example: the software of an organisation reads its referrals, answers one, and proposes a step. Nothing to install:
// PASSERELLES_URL=https://… PASSERELLES_KEY=pas_… node examples/case-software/client.ts referrals
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Of what the API answers, what this program uses; /api/openapi.json describes the rest. */
export interface Referral {
	readonly id: string;
	readonly version: number;
	readonly state: string;
	readonly side: 'source' | 'target';
	readonly fields: Readonly<Record<string, string>>;
}
export interface Step {
	readonly id: string;
	readonly version: number;
	readonly pathwayId: string;
	readonly words: string;
	readonly state: string;
	readonly dueOn: string;
}
interface Changes<Item> {
	readonly items: readonly Item[];
	readonly next: string | null;
	readonly more: boolean;
}

/** The API said no: `code` is for programs, the message for whoever reads it. */
export class ApiProblem extends Error {
	readonly status: number;
	readonly code: string;

	constructor({ status, code, detail }: { status: number; code: string; detail: string }) {
		super(detail);
		this.status = status;
		this.code = code;
	}
}

/** A program that holds a key. `pauseMs`: how long it waits before it sends again what may not have arrived. */
export function connect(address: string, key: string, pauseMs = 2000) {
	async function ask(method: string, path: string, headers: Record<string, string>, body?: unknown) {
		const answer = await fetch(new URL(path, address), {
			method,
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		return answer.ok ? answer.json() : Promise.reject(await problemOf(answer));
	}

	/** The same key each time: however often it is sent, it is done once. */
	async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
		const once = { 'idempotency-key': randomUUID(), ...headers };
		for (let tries = 1; ; tries++) {
			try {
				return await ask('POST', path, once, body);
			} catch (error) {
				if (tries === 4 || !mayPass(error)) throw error;
				await new Promise((resolve) => setTimeout(resolve, pauseMs * tries));
			}
		}
	}

	/** All that changed since a cursor, and the cursor to keep for the next time. */
	async function changes<Item>(path: string, cursor: string | null) {
		const items: Item[] = [];
		for (let since = cursor; ; ) {
			const page: Changes<Item> = await ask('GET', since ? `${path}?since=${since}` : path, {});
			items.push(...page.items);
			since = page.next;
			if (!page.more) return { items, cursor: since };
		}
	}

	return {
		referrals: (cursor: string | null) => changes<Referral>('/api/v1/referrals', cursor),
		steps: (cursor: string | null) => changes<Step>('/api/v1/steps', cursor),
		referral: (id: string): Promise<Referral> => ask('GET', `/api/v1/referrals/${id}`, {}),
		/** The version read travels with the answer: if a colleague answered meanwhile, nothing is done (412). */
		answer: ({ id, version }: Pick<Referral, 'id' | 'version'>, answer: object): Promise<Referral> =>
			post(`/api/v1/referrals/${id}/answers`, answer, { 'if-match': `"${version}"` }),
		propose: (step: object): Promise<Step> => post('/api/v1/steps', step),
		move: ({ id, version }: Pick<Step, 'id' | 'version'>, move: object): Promise<Step> =>
			post(`/api/v1/steps/${id}/moves`, move, { 'if-match': `"${version}"` }),
	};
}

async function problemOf(answer: Response): Promise<ApiProblem> {
	const told = await answer.json().catch(() => ({}));
	return new ApiProblem({ code: 'unknown', detail: answer.statusText, ...told, status: answer.status });
}

/** Nothing came back, the first is still being done, or the server asks to wait: it may be sent again. */
const mayPass = (error: unknown): boolean =>
	error instanceof ApiProblem
		? error.status >= 500 || error.status === 429 || error.code === 'exchange.key-busy'
		: error instanceof TypeError;

/** How old what a webhook brings may be, in seconds: an older one could be played again by somebody else. */
const oldest = 300;

/**
 * Whether what a webhook brings comes from Passerelles, with the secret shown when it was added (Standard Webhooks).
 * @param body the very characters received, before any JSON is read
 */
export function isSigned(
	secret: string,
	headers: Readonly<Record<string, string | string[] | undefined>>,
	body: string,
	now: Date = new Date(),
): boolean {
	const [id, sentAt, signature] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
	if (typeof id !== 'string' || typeof sentAt !== 'string' || typeof signature !== 'string') return false;
	if (!(Math.abs(now.getTime() / 1000 - Number(sentAt)) <= oldest)) return false;
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	const expected = createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest();
	return signature.split(' ').some((one) => {
		const [version, told = ''] = one.split(',');
		const given = Buffer.from(told, 'base64');
		return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
	});
}

const usage = `referrals                          ce qui a changé depuis la dernière fois
accept ID NOM JOUR                 accepter une orientation : qui la reçoit, premier contact prévu
step PARCOURS JOUR PHRASE          proposer une étape`;

/** The cursor is all that is kept between two runs: never anybody's name. */
const cursorFile = process.env.PASSERELLES_CURSOR ?? 'passerelles.cursor';

async function run([command, first = '', second = '', third = '']: readonly string[]): Promise<unknown> {
	const { PASSERELLES_URL: address, PASSERELLES_KEY: key } = process.env;
	if (!address || !key) throw new Error('PASSERELLES_URL, PASSERELLES_KEY');
	const api = connect(address, key);
	if (command === 'referrals') {
		const kept = existsSync(cursorFile) ? readFileSync(cursorFile, 'utf8') : null;
		const { items, cursor } = await api.referrals(kept);
		if (cursor) writeFileSync(cursorFile, cursor);
		return items.map(({ id, state, side, fields }) => ({ id, state, side, need: fields.need }));
	}
	if (command === 'accept') {
		const accepted = { answer: 'accept', contactName: second, firstContactOn: third };
		const { id, state } = await api.answer(await api.referral(first), accepted);
		return { id, state };
	}
	if (command === 'step') return api.propose({ pathwayId: first, dueOn: second, words: third, owner: 'me' });
	throw new Error(usage);
}

if (import.meta.main)
	run(process.argv.slice(2)).then(
		(told) => console.log(JSON.stringify(told, null, '\t')),
		(error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		},
	);
