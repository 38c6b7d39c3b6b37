import { parentPort, workerData } from 'node:worker_threads';
import { cleanFile } from '../clean-file.ts';

/** A thread that cleans one file: the one that asked may end it at any moment. */
parentPort?.postMessage(await cleanFile(new Uint8Array(workerData)));
