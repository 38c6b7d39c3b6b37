import type { RequestEvent } from '@sveltejs/kit';
import type { ApiKey, Scope } from '#lib/access/api-key.ts';
import type { Actor } from '#lib/actor.ts';
import { Refusal } from '#lib/refusal.ts';
import { type Act, actAs, type Work } from '#lib/server/act.ts';
import { BadParameters } from '#lib/server/api/parse-query.ts';
import { problem } from '#lib/server/api/problem.ts';
import { application } from '#lib/server/application.ts';

/** What is asked of these addresses: no more of a request than this is looked at. */
export type Asked = Pick<RequestEvent, 'request' | 'url' | 'locals'>;

/** Opens acts in somebody's name; a test says another database and another clock. */
export type ActingAs = (actor: Actor) => Work;
const here: ActingAs = (actor) => actAs(application().db, actor);

/**
 * Does a piece of work in the name of the hat of the key that asks, and says no as the API does. What is answered is
 * about people: no cache keeps it, no page of another site reads it.
 */
export async function asPartner(
	{ request, locals: { machine } }: Pick<Asked, 'request' | 'locals'>,
	scope: Scope,
	work: (act: Work, key: ApiKey) => Promise<Response>,
	actingAs: ActingAs = here,
): Promise<Response> {
	if (!machine)
		return personal(problem(401, 'access.key-wrong', { headers: { 'www-authenticate': 'Bearer' } }));
	const { accountId, hat, scopes } = machine;
	if (!scopes.includes(scope) || !hat) return personal(problem(403, 'access.key-not-for-this'));
	const act = serving(machine, actingAs({ accountId, hat }));
	return personal(await answered(request, () => work(act, machine)));
}

/** A key that was revoked a moment ago serves no more here, whatever is remembered of it at the door. */
const serving =
	({ id }: ApiKey, act: Work): Work =>
	(work) =>
		act(async (here) => {
			if (!(await stillServes(here, id))) throw new Refusal(401, 'access.key-wrong');
			return work(here);
		});

async function stillServes({ tx, at }: Act, id: string): Promise<boolean> {
	const key = await tx
		.selectFrom('apiKey')
		.innerJoin('hat', 'hat.id', 'apiKey.hatId')
		.select('apiKey.id')
		.where('apiKey.id', '=', id)
		.where('revokedAt', 'is', null)
		.where('apiKey.expiresAt', '>', at)
		.where('hat.endedAt', 'is', null)
		.executeTakeFirst();
	return key !== undefined;
}

/** An expected "no" becomes a problem, a bug stays one. What is asked badly is a 400, what is sent badly a 422. */
async function answered({ method }: Request, work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return problem(error.status, error.reason, { values: error.values });
		if (!(error instanceof BadParameters)) throw error;
		const { parameters } = error;
		return method === 'GET'
			? problem(400, 'api.query.faulty', { parameters })
			: problem(422, 'pathway-api.body', { parameters });
	}
}

function personal(answer: Response): Response {
	for (const name of [...answer.headers.keys()])
		if (name.startsWith('access-control-')) answer.headers.delete(name);
	answer.headers.set('cache-control', 'private, no-store');
	return answer;
}
