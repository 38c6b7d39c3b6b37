import { open } from 'node:fs/promises';

/** Whether a file starts as archives do, workbooks among them; a file that cannot be opened is told by its reader. */
export async function isArchive(path: string): Promise<boolean> {
	const handle = await open(path).catch(() => undefined);
	if (!handle) return false;
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
		return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304;
	} catch {
		return false;
	} finally {
		await handle.close();
	}
}
