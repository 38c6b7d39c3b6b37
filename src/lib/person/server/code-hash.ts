import { createHash } from 'node:crypto';

/** What is kept of a person's code. */
export const codeHash = (code: string): Buffer => createHash('sha256').update(code).digest();
