import { Refusal } from '#lib/refusal.ts';
import { firstTable } from './first-table.ts';
import { attribute, readXml, type XmlReader } from './read-xml.ts';
import type { Zip } from './read-zip.ts';
import { columnRank, dateOfSerial, isDateFormat, plainNumber } from './sheet-cells.ts';
import type { SheetLine } from './sheet-line.ts';

interface Sheet {
	readonly name: string;
	readonly path: string;
	readonly hidden: boolean;
}

/** All that the cells of an XLSX workbook need beside themselves. */
interface Book {
	readonly sheets: readonly Sheet[];
	readonly strings: readonly string[];
	/** Whether the numbers of each style are dates. */
	readonly dateStyles: readonly boolean[];
	readonly from1904: boolean;
}

const mostStringCharacters = 150_000_000;

/**
 * The lines of a sheet of an XLSX workbook: of its first visible one that holds a table when none is named. Dates come as
 * `2026-10-01`.
 * @throws Refusal 422 when there is no such sheet, or the workbook is broken or made to harm
 */
export async function* readWorkbook(zip: Zip, file: string, sheet?: string): AsyncGenerator<SheetLine> {
	const book = await readBook(zip, file);
	if (book.sheets.length === 0) throw new Refusal(422, 'mapping.file.workbook-broken', { file });
	const open = (chosen: Sheet | undefined) => () => readSheet(zip, file, book, chosen, sheet);
	if (sheet === undefined) yield* firstTable(shownSheets(book).map(open));
	else yield* open(named(book, sheet))();
}

/** @throws Refusal 422 when the workbook is broken or made to harm */
export const sheetsOfWorkbook = async (zip: Zip, file: string): Promise<string[]> =>
	shownSheets(await readBook(zip, file)).map(({ name }) => name);

const mostSheets = 50;

function shownSheets({ sheets }: Book): readonly Sheet[] {
	const visible = sheets.filter(({ hidden }) => !hidden);
	return (visible.length > 0 ? visible : sheets).slice(0, mostSheets);
}

async function* readSheet(
	zip: Zip,
	file: string,
	book: Book,
	chosen: Sheet | undefined,
	wanted = '',
): AsyncGenerator<SheetLine> {
	const entry = chosen && zip.entries.find(({ name }) => name === chosen.path);
	if (!entry) {
		const known = book.sheets.map(({ name }) => name).join(', ');
		throw new Refusal(422, 'mapping.file.no-sheet', { file, sheet: wanted, known });
	}
	const reader = new SheetReader(book);
	for await (const _ of readXml(zip.read(entry), reader, file)) yield* reader.take();
	yield* reader.take();
}

const named = ({ sheets }: Book, wanted: string) =>
	sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());

async function readBook(zip: Zip, file: string): Promise<Book> {
	const read = async <Reader extends XmlReader>(path: string, reader: Reader): Promise<Reader> => {
		const entry = zip.entries.find(({ name }) => name === path);
		if (entry) for await (const _ of readXml(zip.read(entry), reader, file));
		return reader;
	};
	const { targets } = await read('xl/_rels/workbook.xml.rels', new Relations());
	const { sheets, from1904 } = await read('xl/workbook.xml', new Sheets());
	const { dateStyles } = await read('xl/styles.xml', new Styles());
	const { strings } = await read('xl/sharedStrings.xml', new Strings(file));
	const placed = sheets.map(({ name, id, hidden }) => ({
		name,
		hidden,
		path: placeOf(targets.get(id) ?? ''),
	}));
	return { sheets: placed, strings, dateStyles, from1904 };
}

const placeOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

class Relations implements XmlReader {
	readonly targets = new Map<string, string>();
	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'Relationship') this.targets.set(attributes.Id ?? '', attributes.Target ?? '');
	}
	text(): void {}
	close(): void {}
}

class Sheets implements XmlReader {
	readonly sheets: { name: string; id: string; hidden: boolean }[] = [];
	from1904 = false;
	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'workbookPr') this.from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
		if (name !== 'sheet') return;
		const hidden = (attributes.state ?? 'visible') !== 'visible';
		this.sheets.push({ name: attributes.name ?? '', id: attribute(attributes, 'id') ?? '', hidden });
	}
	text(): void {}
	close(): void {}
}

class Styles implements XmlReader {
	readonly dateStyles: boolean[] = [];
	private readonly codes = new Map<number, string>();
	private inCells = false;
	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'numFmt') this.codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
		if (name === 'cellXfs') this.inCells = true;
		if (name !== 'xf' || !this.inCells) return;
		const id = Number(attributes.numFmtId);
		this.dateStyles.push(isDateFormat(id, this.codes.get(id)));
	}
	text(): void {}
	close(name: string): void {
		if (name === 'cellXfs') this.inCells = false;
	}
}

/** Texts are told once, and cells name them by their rank. */
class Strings implements XmlReader {
	readonly strings: string[] = [];
	private readonly file: string;
	private current = '';
	private inText = false;
	private phonetic = false;
	private characters = 0;
	constructor(file: string) {
		this.file = file;
	}
	open(name: string): void {
		if (name === 'si') this.current = '';
		if (name === 'rPh') this.phonetic = true;
		if (name === 't') this.inText = !this.phonetic;
	}
	text(text: string): void {
		if (this.inText) this.current += text;
	}
	close(name: string): void {
		if (name === 't') this.inText = false;
		if (name === 'rPh') this.phonetic = false;
		if (name !== 'si') return;
		this.strings.push(this.current);
		this.characters += this.current.length + 8;
		if (this.characters > mostStringCharacters)
			throw new Refusal(422, 'mapping.file.workbook-bomb', { file: this.file });
	}
}

class SheetReader implements XmlReader {
	private readonly book: Book;
	private lines: SheetLine[] = [];
	private line = 0;
	private cells: string[] = [];
	private rank = -1;
	private type = 'n';
	private style = 0;
	private inValue = false;
	private value = '';

	constructor(book: Book) {
		this.book = book;
	}

	take(): SheetLine[] {
		const { lines } = this;
		this.lines = [];
		return lines;
	}

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'row') {
			this.line = Number(attributes.r) || this.line + 1;
			this.cells = [];
			this.rank = -1;
		} else if (name === 'c') {
			this.rank = columnRank(attributes.r) ?? this.rank + 1;
			this.type = attributes.t ?? 'n';
			this.style = Number(attributes.s ?? 0);
			this.value = '';
		} else if (name === 'v' || name === 't') this.inValue = true;
	}

	text(text: string): void {
		if (this.inValue) this.value += text;
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.inValue = false;
		if (name === 'c' && this.value !== '') this.put(this.told());
		if (name === 'row' && this.cells.length > 0) this.lines.push({ line: this.line, cells: this.cells });
	}

	private put(text: string): void {
		if (text === '') return;
		while (this.cells.length < this.rank) this.cells.push('');
		this.cells[this.rank] = text;
	}

	private told(): string {
		const { type, value, book } = this;
		if (type === 's') return book.strings[Number(value)] ?? '';
		if (type === 'b') return value === '1' ? 'true' : 'false';
		if (type === 'e') return '';
		if (type !== 'n') return value;
		return book.dateStyles[this.style] ? dateOfSerial(Number(value), book.from1904) : plainNumber(value);
	}
}
