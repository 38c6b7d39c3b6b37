import { Refusal } from '#lib/refusal.ts';
import { BadParameters } from './parse-query.ts';
import { problem } from './problem.ts';

/** Does a piece of work of the API: an expected "no" becomes a problem, a bug stays one. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof BadParameters)
			return problem(400, 'api.query.faulty', { parameters: error.parameters });
		if (error instanceof Refusal) return problem(error.status, error.reason, { values: error.values });
		throw error;
	}
}
