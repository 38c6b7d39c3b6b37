import type { z } from 'zod';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import type { FaultyParameter } from './problem.ts';

/** What was asked cannot be read: each faulty parameter, and why. `answering` tells it as a problem 400. */
export class BadParameters extends Error {
	override readonly name = 'BadParameters';
	readonly parameters: readonly FaultyParameter[];

	constructor(parameters: readonly FaultyParameter[]) {
		super(parameters.map(({ name }) => name).join(', '));
		this.parameters = parameters;
	}
}

/**
 * The parameters of an address, by a schema of texts (`z.strictObject` to refuse those that do not exist). Those named
 * in `lists` are told once for each value (`a=1&a=2`), or with commas (`a=1,2`).
 * @throws BadParameters also when another is given twice: nobody knows which of the two was meant
 */
export function parseQuery<Schema extends z.ZodType>(
	schema: Schema,
	{ searchParams }: URL,
	lists: readonly string[] = [],
): z.output<Schema> {
	const names = [...new Set(searchParams.keys())];
	const twice = names.filter((name) => !lists.includes(name) && searchParams.getAll(name).length > 1);
	if (twice.length > 0) throw new BadParameters(twice.map((name) => faulty(name, 'api.query.twice')));
	const told = names.map((name) => {
		const values = searchParams.getAll(name);
		return [name, lists.includes(name) ? values.flatMap((value) => value.split(',')) : values[0]];
	});
	return parseParameters(schema, Object.fromEntries(told));
}

/**
 * The same parameters sent in the body of a POST, in JSON, so that words stay out of addresses and of their logs; those
 * of the address are read too.
 * @throws BadParameters when the body is not a JSON object of texts, numbers and booleans
 */
export async function parseBody<Schema extends z.ZodType>(
	schema: Schema,
	request: Request,
): Promise<z.output<Schema>> {
	const text = await request.text();
	const body = text.trim() === '' ? {} : parsed(text);
	if (!isFlat(body)) throw new BadParameters([faulty('body', 'api.query.body')]);
	const told = Object.entries(body).flatMap(([name, value]) =>
		value === null ? [] : [[name, String(value)]],
	);
	const asked = new URL(request.url);
	for (const [name, value] of told) asked.searchParams.append(name!, value!);
	return parseQuery(schema, asked);
}

function parseParameters<Schema extends z.ZodType>(schema: Schema, given: object): z.output<Schema> {
	const { success, data, error } = schema.safeParse(given);
	if (success) return data;
	throw new BadParameters(error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): FaultyParameter[] {
	if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => faulty(name, 'api.query.unknown'));
	const accepted = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
	return [{ ...faulty(String(issue.path[0] ?? ''), issue.message), ...(accepted && { accepted }) }];
}

const faulty = (name: string, reason: string): FaultyParameter => ({
	name,
	detail: translate(isTextKey(reason) ? reason : 'api.query.wrong'),
});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isFlat = (body: unknown): body is Readonly<Record<string, string | number | boolean | null>> =>
	typeof body === 'object' &&
	body !== null &&
	!Array.isArray(body) &&
	Object.values(body).every((value) => value === null || typeof value !== 'object');
