import type { RequestEvent } from '@sveltejs/kit';
import type { FhirResource } from 'fhir/r4';
import type { ApiKey } from '#lib/access/api-key.ts';
import { Refusal } from '#lib/refusal.ts';
import { actAs, type Work } from '#lib/server/act.ts';
import { BadParameters } from '#lib/server/api/parse-query.ts';
import { application } from '#lib/server/application.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { issueCodeOf, issueOf, outcomeOf } from '../fhir-outcome.ts';

/** Personal data: no cache keeps it, no other site reads it. */
export const fhirAnswer = (
	resource: FhirResource,
	status = 200,
	headers: Readonly<Record<string, string>> = {},
): Response =>
	new Response(JSON.stringify(resource), {
		status,
		headers: {
			'content-type': 'application/fhir+json; charset=utf-8',
			'cache-control': 'private, no-store',
			...headers,
		},
	});

export const fhirRefusal = (
	status: number,
	key: TextKey,
	values: Record<string, string | number> = {},
	headers: Readonly<Record<string, string>> = {},
) => fhirAnswer(outcomeOf(issueOf('error', issueCodeOf(status), translate(key, values))), status, headers);

/** Whoever asks through a key that hands referrals on: in the name of its hat, and seeing what it sees. */
export type Asking = (act: Work, machine: ApiKey) => Promise<Response>;

/** Does a piece of work in the name of the key's hat; says no as FHIR does. */
export async function asReferrer({ locals: { machine } }: Pick<RequestEvent, 'locals'>, work: Asking) {
	if (!machine) return fhirRefusal(401, 'access.key-wrong', {}, { 'www-authenticate': 'Bearer' });
	if (!machine.scopes.includes('referrals') || !machine.hat)
		return fhirRefusal(403, 'access.key-not-for-this');
	const { accountId, hat } = machine;
	return answeringFhir(() => work(actAs(application().db, { accountId, hat }), machine));
}

/** An expected "no" becomes an OperationOutcome; a bug stays one. */
export async function answeringFhir(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return fhirRefusal(error.status, error.reason, error.values);
		if (error instanceof BadParameters)
			return fhirAnswer(
				outcomeOf(
					...error.parameters.map(({ name, detail }) => issueOf('error', 'invalid', `${name} : ${detail}`)),
				),
				400,
			);
		throw error;
	}
}
