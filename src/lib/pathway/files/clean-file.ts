import { cleanJpeg, isJpeg } from './clean-jpeg.ts';
import { cleanPdf, isPdf } from './clean-pdf.ts';
import { cleanPng, isPng } from './clean-png.ts';
import { cleanWebp, isWebp } from './clean-webp.ts';
import { type CleanFile, heaviest, refused } from './kept-file.ts';

/**
 * What is kept of a file: known by its content, never by its name, and rid of what tells of its maker. Anything that
 * is not wholly a PDF, JPEG, PNG or WebP is refused with its reason; nothing is thrown.
 */
export async function cleanFile(bytes: Uint8Array): Promise<CleanFile> {
	if (bytes.length === 0) return refused('notes.file-empty');
	if (bytes.length > heaviest) return refused('notes.file-big');
	const clean = await cleanByKind(bytes);
	return clean.ok && clean.bytes.length > heaviest ? refused('notes.file-big') : clean;
}

async function cleanByKind(bytes: Uint8Array): Promise<CleanFile> {
	if (isPdf(bytes)) return cleanPdf(bytes);
	if (isJpeg(bytes)) return cleanJpeg(bytes);
	if (isPng(bytes)) return cleanPng(bytes);
	return isWebp(bytes) ? cleanWebp(bytes) : refused('notes.file-unknown');
}
