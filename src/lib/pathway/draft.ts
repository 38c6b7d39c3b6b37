import * as z from 'zod';

/** What the form of a draft is called: its page, and what it is about. */
export const DraftKey = z.string().regex(/^[a-z-]{1,40}(?:\.[0-9a-f-]{36})?$/);

/** The most that a draft weighs, in characters of all its fields. */
const longest = 64_000;

/** Never kept, whatever the form. */
const secrets = new Set(['password', 'newPassword', 'code', 'token']);

/** The fields of a form as a draft keeps them; nothing when they weigh too much. */
export function draftFields(
	entries: Iterable<readonly [string, unknown]>,
): Record<string, string> | undefined {
	const kept = [...entries].filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !secrets.has(entry[0]),
	);
	const weight = kept.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
	return weight <= longest ? Object.fromEntries(kept) : undefined;
}
