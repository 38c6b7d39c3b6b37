/** The text of a line's cell, by its column; null when it is empty. */
export type Cell = (column: string) => string | null;

/** Text of a cell, without the blanks around it; null when there is none. */
export function textOf(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const text = String(value).trim();
	return text === '' ? null : text;
}

/** A number as it is typed in France or by a machine: « 47,3 », `47.3`. Undefined when it is not one. */
export function numberOf(text: string): number | undefined {
	if (!/^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
	return Number(text.replace(',', '.'));
}

/** An e-mail address that a mail server can be handed: one name, one domain with a dot. */
const mailbox =
	/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

export const isMailbox = (text: string): boolean => text.length <= 254 && mailbox.test(text);

/** What a spreadsheet would take for a formula bears a quote before it: rejected lines, exports. */
export const withoutGuard = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');
