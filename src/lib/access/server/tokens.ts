import { createHash, randomBytes } from 'node:crypto';
import { tokenFrom } from '../session-token.ts';

/** A new token for a cookie or a link; only its hash is kept. */
export const newToken = (): string => tokenFrom(randomBytes);

/** A token holds 256 random bits: one round of SHA-256 keeps it as safe as the token itself. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
