import { createReadStream } from 'node:fs';

const cells = 24;

/** « ████████░░░░ 33 % »; nothing when the end is not known. */
export function progressBar(done: number, total: number): string {
	if (total < done || total < 2) return '';
	const full = Math.round((done / total) * cells);
	return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor((done / total) * 100)} % `;
}

/** Lines of files, header left out: what a table of that many lines will count to. Zero when one cannot be read. */
export async function countLines(files: readonly string[]): Promise<number> {
	let lines = 0;
	try {
		for (const file of files) {
			for await (const piece of createReadStream(file) as AsyncIterable<Buffer>)
				for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
			lines--;
		}
	} catch {
		return 0; // the import itself says what is wrong with the file
	}
	return lines;
}
