import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Twenty hexadecimal digits that are always the same for the same texts, whatever their blanks and case. */
export const digestOf = (texts: readonly string[]): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts.map(settled))))).slice(0, 20);

const settled = (text: string): string =>
	text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
