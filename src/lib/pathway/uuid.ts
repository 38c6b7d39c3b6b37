import { Refusal } from '#lib/refusal.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An identifier of an address, or nothing when it is none. */
export const uuidIn = (text: string | null | undefined): string | null =>
	text && uuid.test(text) ? text : null;

/** The same, where there must be one: what is no identifier does not exist. */
export function uuidOf(text: string | undefined): string {
	if (!text || !uuid.test(text)) throw new Refusal(404, 'problem.nothing-here');
	return text;
}
