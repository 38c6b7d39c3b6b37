import type { RequestEvent } from '@sveltejs/kit';
import type { ApiKey } from '#lib/access/api-key.ts';
import { Refusal } from '#lib/refusal.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { problem } from '#lib/server/api/problem.ts';
import { application } from '#lib/server/application.ts';

/**
 * Does a piece of work for the account of the key that asks: without any of its hats for what is public, as the hat of
 * the key where it touches people. Says no as the API does.
 */
export async function asMachine(
	{ locals: { machine } }: RequestEvent,
	work: (act: Work, key: ApiKey) => Promise<Response>,
): Promise<Response> {
	if (!machine) return problem(401, 'access.key-wrong', { headers: { 'www-authenticate': 'Bearer' } });
	const { accountId, hat } = machine;
	if (!machine.scopes.includes('webhooks') && !hat) return problem(403, 'access.key-not-for-this');
	try {
		return await work(actAs(application().db, { accountId, hat }), machine);
	} catch (error) {
		if (error instanceof Refusal) return problem(error.status, error.reason, { values: error.values });
		throw error;
	}
}
