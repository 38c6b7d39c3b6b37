import { Refusal } from '#lib/refusal.ts';
import { firstTable } from './first-table.ts';
import { attribute, readXml, type XmlReader } from './read-xml.ts';
import type { Zip, ZipEntry } from './read-zip.ts';
import type { SheetLine } from './sheet-line.ts';

const mostColumns = 1001;
const mostLines = 1_048_576;

/**
 * The lines of a sheet of an OpenDocument workbook: of its first one that holds a table when none is named.
 * @throws Refusal 422 when there is no such sheet, or the workbook is broken or made to harm
 */
export async function* readOds(zip: Zip, file: string, sheet?: string): AsyncGenerator<SheetLine> {
	if (sheet !== undefined) yield* readSheet(zip, file, sheet);
	else yield* firstTable((await sheetsOfOds(zip, file)).map((name) => () => readSheet(zip, file, name)));
}

const mostSheets = 50;

/** @throws Refusal 422 when the workbook is broken or made to harm */
export async function sheetsOfOds(zip: Zip, file: string): Promise<string[]> {
	const reader = new OdsReader('\0');
	for await (const _ of readXml(zip.read(contentOf(zip, file)), reader, file));
	return reader.names.slice(0, mostSheets);
}

async function* readSheet(zip: Zip, file: string, sheet: string): AsyncGenerator<SheetLine> {
	const reader = new OdsReader(sheet);
	for await (const _ of readXml(zip.read(contentOf(zip, file)), reader, file)) yield* reader.take();
	yield* reader.take();
	if (reader.found) return;
	throw new Refusal(422, 'mapping.file.no-sheet', { file, sheet, known: reader.names.join(', ') });
}

function contentOf(zip: Zip, file: string): ZipEntry {
	const entry = zip.entries.find(({ name }) => name === 'content.xml');
	if (!entry) throw new Refusal(422, 'mapping.file.workbook-broken', { file });
	return entry;
}

class OdsReader implements XmlReader {
	readonly names: string[] = [];
	found = false;
	private readonly wanted: string;
	private reading = false;
	private lines: (SheetLine & { readonly times: number })[] = [];
	private line = 0;
	private lineTimes = 1;
	private cells: string[] = [];
	private cellTimes = 1;
	private told: string | undefined;
	private paragraphs: string[] = [];
	private inNote = false;
	/** Empty cells that only count if a filled one follows. */
	private blanks = 0;

	constructor(wanted: string) {
		this.wanted = wanted.trim().toLowerCase();
	}

	/** A line repeated is told one by one, as it is taken. */
	*take(): Generator<SheetLine> {
		const { lines } = this;
		this.lines = [];
		for (const { line, cells, times } of lines)
			for (let time = 0; time < times; time++) yield { line: line + time, cells };
	}

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'table') this.openTable(attribute(attributes, 'name') ?? '');
		if (!this.reading) return;
		if (name === 'annotation') this.inNote = true;
		if (name === 'table-row') {
			this.lineTimes = Number(attribute(attributes, 'number-rows-repeated') ?? 1);
			this.cells = [];
			this.blanks = 0;
		}
		if (name === 'table-cell' || name === 'covered-table-cell') {
			this.cellTimes = Number(attribute(attributes, 'number-columns-repeated') ?? 1);
			this.told = exactValue(attributes);
			this.paragraphs = [];
		}
		if (name === 'p' && !this.inNote) this.paragraphs.push('');
		if (name === 's') this.text(' ');
		if (name === 'line-break') this.text('\n');
	}

	text(text: string): void {
		if (!this.reading || this.inNote || this.paragraphs.length === 0) return;
		this.paragraphs.push(`${this.paragraphs.pop()}${text}`);
	}

	close(name: string): void {
		if (name === 'annotation') this.inNote = false;
		if (!this.reading) return;
		if (name === 'table') this.reading = false;
		if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
		if (name === 'table-row') this.closeLine();
	}

	private openTable(name: string): void {
		this.names.push(name);
		this.reading = !this.found && name.trim().toLowerCase() === this.wanted;
		this.found ||= this.reading;
		this.line = this.reading ? 0 : this.line;
	}

	private closeCell(): void {
		const text = this.told ?? this.paragraphs.join('\n').trim();
		this.paragraphs = [];
		if (text === '') {
			this.blanks += this.cellTimes;
			return;
		}
		const before = Math.min(this.blanks, mostColumns - this.cells.length);
		const times = Math.min(this.cellTimes, mostColumns);
		this.cells.push(
			...Array.from({ length: Math.max(0, before) }, () => ''),
			...Array.from({ length: times }, () => text),
		);
		this.blanks = 0;
	}

	private closeLine(): void {
		const times = Math.min(this.lineTimes, mostLines - this.line);
		if (this.cells.length > 0 && times > 0)
			this.lines.push({ line: this.line + 1, cells: this.cells, times });
		this.line = Math.min(this.line + this.lineTimes, mostLines);
	}
}

/** The exact value of a number, a date or a yes; a text tells its own. */
function exactValue(attributes: Readonly<Record<string, string>>): string | undefined {
	const type = attribute(attributes, 'value-type');
	if (type === 'date') return attribute(attributes, 'date-value')?.replace(/T00:00(?::00)?$/, '');
	if (type === 'boolean') return attribute(attributes, 'boolean-value');
	if (type === 'float') return attribute(attributes, 'value');
	return undefined;
}
