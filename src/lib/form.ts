import type * as z from 'zod';
import { Refusal } from './refusal.ts';
import { isTextKey, translate } from './texts/translator.ts';

export interface FormErrors {
	readonly ok: false;
	/** One sentence a field, in the reader's language. */
	readonly errors: Readonly<Record<string, string>>;
	/** What was typed, given back so that nothing is lost; fields called secret are not. */
	readonly values: Readonly<Record<string, string>>;
	/** What was ticked, by field that takes several answers. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
}
export type ReadForm<Value> = { readonly ok: true; readonly value: Value } | FormErrors;

const secrets = new Set(['password', 'newPassword', 'code', 'token']);

/** Reads posted fields against a schema whose messages are keys of the texts; `several` names those that are lists. */
export function parseForm<Schema extends z.ZodType>(
	data: FormData,
	schema: Schema,
	several: readonly string[] = [],
): ReadForm<z.output<Schema>> {
	const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	const typed = Object.fromEntries(texts.filter(([name]) => !several.includes(name)));
	const lists = Object.fromEntries(
		several.map((name) => [name, texts.filter(([field]) => field === name).map(([, text]) => text)]),
	);
	const parsed = schema.safeParse({ ...typed, ...lists });
	if (parsed.success) return { ok: true, value: parsed.data };
	return formErrors(fieldErrors(parsed.error), typed, lists);
}

export const readForm = async <Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	several: readonly string[] = [],
): Promise<ReadForm<z.output<Schema>>> => parseForm(await fieldsOf(request), schema, several);

/** A body that is no form is the sender's mistake, not a bug of ours. */
export const fieldsOf = (request: Request): Promise<FormData> =>
	request.formData().catch((error: unknown) => {
		throw error instanceof TypeError ? new Refusal(400, 'problem.bad-request') : error;
	});

/** The answer that shows the form again: sentences by field, and what was typed. */
export function formErrors(
	errors: Record<string, string>,
	typed: Record<string, string>,
	lists: FormErrors['lists'] = {},
): FormErrors {
	const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !secrets.has(name)));
	return { ok: false, errors, values, lists };
}

function fieldErrors(error: z.ZodError): Record<string, string> {
	const found: Record<string, string> = {};
	for (const issue of error.issues) found[String(issue.path[0] ?? 'form')] ??= sentence(issue.message);
	return found;
}

const sentence = (message: string): string =>
	isTextKey(message) ? translate(message) : translate('problem.field-invalid');
