import type * as z from 'zod';
import { BadParameters } from '#lib/server/api/parse-query.ts';
import type { FaultyParameter } from '#lib/server/api/problem.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';

/** The JSON of a request. @throws BadParameters when it is none */
export async function jsonOf(request: Request): Promise<unknown> {
	try {
		return await request.json();
	} catch {
		throw new BadParameters([faulty('body', 'pathway-api.field-wrong')]);
	}
}

/** What a schema reads in a body. @throws BadParameters with each field that it refuses, and why */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
	const { success, data, error } = schema.safeParse(body);
	if (success) return data;
	throw new BadParameters(error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): FaultyParameter[] {
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((name) => faulty(name, 'pathway-api.field-unknown'));
	const accepted = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
	return [{ ...faulty(String(issue.path[0] ?? 'body'), issue.message), ...(accepted && { accepted }) }];
}

const faulty = (name: string, reason: string): FaultyParameter => ({
	name,
	detail: translate(isTextKey(reason) ? reason : 'pathway-api.field-wrong'),
});
