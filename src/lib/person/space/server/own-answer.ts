import { fail, type RequestEvent } from '@sveltejs/kit';
import type * as z from 'zod';
import { fieldsOf } from '#lib/form.ts';
import { Refusal } from '#lib/refusal.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey } from '#lib/texts/translator.ts';
import type { OwnProblem } from '../own-problem.ts';

const secrets = new Set(['pin', 'again', 'answer', 'letters', 'code']);

/** Reads a form, does its work; an expected "no" comes back as its reason (`problem`), what was done as `done`. */
export async function ownAnswer<Schema extends z.ZodType, Value>(
	{ request }: Pick<RequestEvent, 'request'>,
	schema: Schema,
	work: (form: z.output<Schema>) => Promise<Value>,
) {
	const fields = [...(await fieldsOf(request))];
	const texts = fields.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	const typed = Object.fromEntries(texts.filter(([name]) => !secrets.has(name)));
	const read = schema.safeParse(Object.fromEntries(texts));
	if (!read.success) return fail(422, problem(keyOf(read.error), {}, typed));
	try {
		return { done: await work(read.data) };
	} catch (error) {
		if (!(error instanceof Refusal) || error.status === 404) throw error;
		return fail(error.status, problem(error.reason, error.values, typed));
	}
}

const problem = (reason: TextKey, values: OwnProblem['values'], typed: OwnProblem['typed']) => ({
	problem: { reason, values, typed } satisfies OwnProblem,
});

function keyOf(error: z.ZodError): TextKey {
	const message = error.issues[0]?.message ?? '';
	return isTextKey(message) ? message : 'problem.field-invalid';
}
