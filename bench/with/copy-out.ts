import type { Connection, Submittable } from 'pg';

/** PostgreSQL's COPY … TO STDOUT, its lines counted and let go: what a database does at its fastest. */
export class CopyOut implements Submittable {
	/** How many bytes came. */
	readonly done: Promise<number>;
	private readonly text: string;
	private bytes = 0;
	private finish: (bytes: number) => void = () => {};
	private fail: (error: unknown) => void = () => {};

	constructor(text: string) {
		this.text = text;
		this.done = new Promise((resolve, reject) => {
			this.finish = resolve;
			this.fail = reject;
		});
	}

	submit(connection: Connection): void {
		connection.query(this.text);
	}

	handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
		this.bytes += chunk.length;
	}

	handleCommandComplete(): void {}

	handleReadyForQuery(): void {
		this.finish(this.bytes);
	}

	handleError(error: unknown): void {
		this.fail(error);
	}
}
