import { SaxesParser } from 'saxes';
import { Refusal } from '#lib/refusal.ts';

/** What is done with the marks of an XML document, as they go by. Names are told without their prefix. */
export interface XmlReader {
	open(name: string, attributes: Readonly<Record<string, string>>): void;
	text(text: string): void;
	close(name: string): void;
}

/** In characters without a mark: past that, a cell would fill the memory. */
const longestRun = 4_000_000;

/** No workbook goes half as deep. */
const mostLevels = 100;

/**
 * Reads a document piece by piece; each turn hands over after one piece, so that what it told can be taken. Entities are
 * only those of XML: a document that defines its own is refused.
 * @throws Refusal 422 when it is not well formed, or goes deeper than a hundred levels
 */
export async function* readXml(
	pieces: AsyncIterable<Buffer>,
	reader: XmlReader,
	file: string,
): AsyncGenerator<void> {
	const broken = () => new Refusal(422, 'mapping.file.workbook-broken', { file });
	const parser = new SaxesParser();
	parser.on('doctype', () => {
		throw broken();
	});
	parser.on('error', () => {
		throw broken();
	});
	let level = 0;
	parser.on('opentag', ({ name, attributes }) => {
		level += 1;
		if (level > mostLevels) throw broken();
		reader.open(bare(name), attributes);
	});
	parser.on('text', (text) => reader.text(text));
	parser.on('cdata', (text) => reader.text(text));
	parser.on('closetag', ({ name }) => {
		level -= 1;
		reader.close(bare(name));
	});
	const decoder = new TextDecoder();
	let run = 0;
	for await (const piece of pieces) {
		const lastMark = piece.lastIndexOf('<');
		run = lastMark < 0 ? run + piece.length : piece.length - lastMark;
		if (run > longestRun) throw new Refusal(422, 'mapping.file.cell-too-long', { file });
		parser.write(decoder.decode(piece, { stream: true }));
		yield;
	}
	parser.close();
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its bare name, whatever prefix it bears. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
	const key = Object.keys(attributes).find((one) => bare(one) === name);
	return key === undefined ? undefined : attributes[key];
}
