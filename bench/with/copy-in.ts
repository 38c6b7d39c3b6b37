import type { Connection, Submittable } from 'pg';

/** What the driver has for COPY, beside what its types tell. */
interface CopyingConnection {
	sendCopyFromChunk(bytes: Buffer): void;
	endCopyFrom(): void;
}

/** PostgreSQL's COPY … FROM STDIN, fed as it goes: what a database does at its fastest. */
export class CopyIn implements Submittable {
	readonly done: Promise<void>;
	private readonly text: string;
	private readonly pieces: Iterable<string>;
	private finish: () => void = () => {};
	private fail: (error: unknown) => void = () => {};

	constructor(text: string, pieces: Iterable<string>) {
		this.text = text;
		this.pieces = pieces;
		this.done = new Promise((resolve, reject) => {
			this.finish = resolve;
			this.fail = reject;
		});
	}

	submit(connection: Connection): void {
		connection.query(this.text);
	}

	handleCopyInResponse(connection: CopyingConnection): void {
		for (const piece of this.pieces) connection.sendCopyFromChunk(Buffer.from(piece));
		connection.endCopyFrom();
	}

	handleCommandComplete(): void {}

	handleReadyForQuery(): void {
		this.finish();
	}

	handleError(error: unknown): void {
		this.fail(error);
	}
}
