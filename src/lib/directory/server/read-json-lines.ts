import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import { isRecord, longestElement, mostLevels } from './read-json-rows.ts';

/** Whether a text gives one JSON object a line: its first line is one, and another follows. */
export function areJsonLines(head: string): boolean {
	const [first = '', second = ''] = head.split('\n').filter((line) => line.trim() !== '');
	return second.trimStart().startsWith('{') && isRecord(parsed(first));
}

/**
 * The objects of a file that has one a line (NDJSON).
 * @throws Refusal 422 when a line is cut, not correct or not an object, past eight million characters or fifty levels
 */
export async function* readJsonLines(text: AsyncIterable<string>, file: string): AsyncGenerator<RawRow> {
	let count = 0;
	for await (const { line, told, isLast } of linesOf(text, file)) {
		if (told.trim() === '') continue;
		const values = parsed(told);
		if (values === undefined && isLast)
			throw new Refusal(422, 'imports.file.truncated-json', { file, count });
		if (values === undefined) throw refusal('imports.file.malformed-json', file, line);
		if (!isRecord(values)) throw refusal('imports.file.element-not-object', file, line);
		if (isDeeper(values, mostLevels)) throw refusal('imports.file.too-deep', file, line);
		count += 1;
		yield { line, values };
	}
}

interface Line {
	readonly line: number;
	readonly told: string;
	/** Nothing ends it but the file. */
	readonly isLast: boolean;
}

async function* linesOf(text: AsyncIterable<string>, file: string): AsyncGenerator<Line> {
	let line = 1;
	let rest = '';
	for await (const piece of text) {
		const [first = '', ...others] = piece.split('\n');
		rest += first;
		for (const next of others) {
			yield { line, told: rest, isLast: false };
			line += 1;
			rest = next;
		}
		if (rest.length > longestElement) throw refusal('imports.file.element-too-long', file, line);
	}
	yield { line, told: rest, isLast: true };
}

/** Undefined when it is not JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isDeeper = (value: unknown, levels: number): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const refusal = (reason: Refusal['reason'], file: string, line: number): Refusal =>
	new Refusal(422, reason, { file, place: 'line', line, most: mostLevels });
