import { type FormErrors, formErrors } from '#lib/form.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { Merge } from './merge.ts';

const prefix = 'champ.';

/** Reads the form of a comparison: a radio button a field (`champ.name`), the entry to keep, the services ticked. */
export function readMerge(data: FormData): { readonly ok: true; readonly value: Merge } | FormErrors {
	const typed = Object.fromEntries(
		[...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);
	const choices = Object.fromEntries(
		Object.entries(typed)
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, side]) => [name.slice(prefix.length), side]),
	);
	const services = data.getAll('services').filter((id) => typeof id === 'string');
	const read = Merge.safeParse({ keep: typed.keep, seen: typed.seen, choices, services });
	if (read.success) return { ok: true, value: read.data };
	const { message = '', path = [] } = read.error.issues[0] ?? {};
	const sentence = translate(isTextKey(message) ? message : 'problem.field-invalid');
	return formErrors({ [String(path[0] ?? 'form')]: sentence }, typed, { services });
}
