import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/refusal.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { problem } from '#lib/server/api/problem.ts';
import { application } from '#lib/server/application.ts';

/** Does a piece of work for the account of the key that asks, without any of its hats; says no as the API does. */
export async function asMachine(
	{ locals: { machine } }: RequestEvent,
	work: (act: Work, accountId: string) => Promise<Response>,
): Promise<Response> {
	if (!machine) return problem(401, 'access.key-wrong', { headers: { 'www-authenticate': 'Bearer' } });
	if (!machine.scopes.includes('webhooks')) return problem(403, 'access.key-not-for-this');
	const { accountId } = machine;
	try {
		return await work(actAs(application().db, { accountId, hat: null }), accountId);
	} catch (error) {
		if (error instanceof Refusal) return problem(error.status, error.reason, { values: error.values });
		throw error;
	}
}
