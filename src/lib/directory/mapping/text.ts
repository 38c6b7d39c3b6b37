import { isRecord } from './path.ts';

/** What a value says as a text; empty when it says nothing. */
export function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (Array.isArray(value)) {
		const parts = value.map(textOf);
		return parts.filter((part) => part !== '').join(', ');
	}
	return isRecord(value) ? JSON.stringify(value) : String(value);
}

const longestText = 100_000;
export const mostItems = 1000;

/** Texts and lists that grow past all use are cut: a mapping may join what it joined. */
export function bounded(value: unknown): unknown {
	if (typeof value === 'string') return value.length > longestText ? value.slice(0, longestText) : value;
	return Array.isArray(value) && value.length > mostItems ? value.slice(0, mostItems) : value;
}

/** A value as a list, without its empty parts. */
export const listOf = (value: unknown): unknown[] =>
	(Array.isArray(value) ? value.flat() : [value]).filter(
		(item) => item !== undefined && item !== null && item !== '',
	);

const yesWords = /^(?:oui|o|yes|y|vrai|true|x|✓|✔|ok|1|1[.,]0+)$/i;
const noWords = /^(?:non|n|no|faux|false|0|0[.,]0+)$/i;

/** What a cell says when it says yes or no; undefined when it says neither. */
export function yesOrNo(value: unknown, yes: readonly string[] = []): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = textOf(value);
	if (yes.some((word) => word.toLowerCase() === text.toLowerCase())) return true;
	if (yesWords.test(text)) return true;
	return noWords.test(text) || text === '' ? false : undefined;
}

/** A value short enough to be shown in a sentence. */
export function shown(value: unknown): string {
	const text = textOf(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
