import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

export type Cells = Readonly<Record<string, string>>;

/** The columns are known once the last line is: until then lines wait on the disk, not in memory. */
export class WaitingLines {
	private readonly names = new Set<string>();
	private folder: string | undefined;
	private stream: WriteStream | undefined;

	isEmpty(): boolean {
		return this.folder === undefined;
	}

	/** Every name met, in the order they came. */
	columns(): string[] {
		return [...this.names];
	}

	async add(cells: Cells): Promise<void> {
		this.folder ??= await mkdtemp(join(tmpdir(), 'passerelles-'));
		this.stream ??= createWriteStream(join(this.folder, 'lines')).on('error', () => {}); // told by `settle`
		for (const name of Object.keys(cells)) this.names.add(name);
		if (!this.stream.write(`${JSON.stringify(cells)}\n`)) await once(this.stream, 'drain');
	}

	/** All is on the disk; returns the folder. */
	async settle(): Promise<string> {
		this.stream?.end();
		if (this.stream) await finished(this.stream);
		return this.folder ?? '';
	}

	async *lines(): AsyncGenerator<Cells> {
		const file = createReadStream(join(this.folder ?? '', 'lines'));
		for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY }))
			yield JSON.parse(line);
	}

	async discard(): Promise<void> {
		this.stream?.destroy();
		if (this.folder) await rm(this.folder, { recursive: true, force: true });
		this.folder = undefined;
	}
}
