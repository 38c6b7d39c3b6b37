import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cleanFile } from '../clean-file.ts';
import { isPdf } from '../clean-pdf.ts';
import { type CleanFile, heaviest, refused } from '../kept-file.ts';

/** A letter takes a tenth of a second; a file made to tire its reader is given up after that. */
const patienceMs = 10_000;

/**
 * Cleans a file without holding anybody else: a PDF in a thread of its own, ended when it takes too long or too much
 * memory; pictures here, since they are read in one go. `root` is the folder of the sources, null where there is none.
 */
export async function cleanApart(
	bytes: Uint8Array,
	root: string | null,
	patience = patienceMs,
): Promise<CleanFile> {
	if (root === null || !isPdf(bytes) || bytes.length > heaviest) return cleanFile(bytes);
	const thread = new Worker(join(root, 'src/lib/pathway/files/server/clean-thread.ts'), {
		workerData: bytes,
		resourceLimits: { maxOldGenerationSizeMb: 512 },
	});
	try {
		return await answerOf(thread, patience);
	} finally {
		await thread.terminate();
	}
}

const answerOf = (thread: Worker, patience: number): Promise<CleanFile> =>
	new Promise((resolve) => {
		const giveUp = () => resolve(refused('notes.file-broken'));
		setTimeout(giveUp, patience).unref();
		thread.once('message', resolve);
		thread.once('error', giveUp);
		thread.once('exit', giveUp);
	});
