import { JSONParser, TokenizerError, TokenParserError, TokenType } from '@streamparser/json';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import { listPath } from './list-path.ts';

/** In characters. */
export const longestElement = 8_000_000;
export const mostLevels = 50;

/**
 * The objects of a JSON document: those of its list, those of the lists its object holds (`{"services": […]}`), or the
 * object itself when it tells an entry. `rows` leads to a list that lies deeper: `data.items`. Lines count the objects, from 1. `head` is the beginning of the text, that
 * `text` tells again.
 * @throws Refusal 422 when the document is cut or not correct, when a list mixes objects with something else, and past
 * eight million characters or fifty levels in an object
 */
export async function* readJsonRows(
	text: AsyncIterable<string>,
	head: string,
	file: string,
	rows?: string,
): AsyncGenerator<RawRow> {
	const path = rows?.split('.') ?? listPath(head);
	const reading = new DocumentReading(head.trimStart().startsWith('['), file, path);
	for await (const piece of text) yield* reading.read(piece);
	reading.end();
}

/** Takes each object out of the document as soon as it is whole, and forgets it. */
class DocumentReading {
	private readonly file: string;
	private readonly parser: JSONParser;
	private readonly lists = new Map<unknown, 'of rows' | 'of values'>();
	private rows: RawRow[] = [];
	private count = 0;
	private level = 0;
	private lengthSinceRow = 0;

	/** `path`: the members that lead to the list, when it is not at hand. */
	constructor(isList: boolean, file: string, path?: readonly string[]) {
		this.file = file;
		const usual = isList ? ['$.*'] : ['$', '$.*.*'];
		this.parser = new JSONParser({ paths: path ? [`$.${path.join('.')}.*`] : usual });
		this.parser.onToken = ({ token }) => this.checkLevel(token);
		this.parser.onValue = ({ value, parent }) => {
			if (parent === undefined) this.readDocument(value);
			else if (Array.isArray(parent)) this.readElement(value, parent, isList || path !== undefined);
		};
	}

	/** The objects that a piece of text completes. */
	read(piece: string): RawRow[] {
		this.rows = [];
		try {
			this.parser.write(piece);
		} catch (error) {
			throw isSyntax(error) ? this.refusal('imports.file.malformed-json') : error;
		}
		this.lengthSinceRow = this.rows.length > 0 ? 0 : this.lengthSinceRow + piece.length;
		if (this.lengthSinceRow > longestElement) throw this.refusal('imports.file.element-too-long');
		return this.rows;
	}

	end(): void {
		if (!this.parser.isEnded)
			throw new Refusal(422, 'imports.file.truncated-json', { file: this.file, count: this.count });
	}

	private checkLevel(token: TokenType): void {
		if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.level += 1;
		if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.level -= 1;
		if (this.level > mostLevels) throw this.refusal('imports.file.too-deep');
	}

	/** The first element of a list within an object says what the list holds: entries, or the values of a field. */
	private readElement(value: unknown, list: unknown[], isList: boolean): void {
		const isRow = isRecord(value);
		const holds = this.lists.get(list) ?? (isList || isRow ? 'of rows' : 'of values');
		this.lists.set(list, holds);
		if (isRow !== (holds === 'of rows')) throw this.refusal('imports.file.element-not-object');
		if (!isRow) return;
		list.length = 0;
		this.add(value);
	}

	/** The pages of an API wrap their lists in an object that is no entry: it has neither identifier nor text. */
	private readDocument(document: unknown): void {
		if (!isRecord(document)) return;
		const own = Object.entries(document).filter(([, value]) => this.lists.get(value) !== 'of rows');
		const isEntry = this.count === 0 && own.some(([, value]) => typeof value === 'string');
		if (isEntry || Object.hasOwn(document, 'id')) this.add(Object.fromEntries(own));
	}

	private add(values: Record<string, unknown>): void {
		this.count += 1;
		this.rows.push({ line: this.count, values });
	}

	private refusal(reason: Refusal['reason']): Refusal {
		const { file, count } = this;
		return new Refusal(422, reason, { file, place: 'element', line: count + 1, most: mostLevels });
	}
}

const isSyntax = (error: unknown): boolean =>
	error instanceof TokenizerError || error instanceof TokenParserError;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
