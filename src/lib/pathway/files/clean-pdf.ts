import {
	PDFArray,
	type PDFContext,
	PDFDict,
	PDFDocument,
	PDFName,
	type PDFObject,
	PDFRawStream,
	PDFRef,
	PDFStream,
} from 'pdf-lib';
import { standsAt } from './bytes.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { type CleanFile, refused } from './kept-file.ts';
import { hidesTooMuch } from './pdf-index-size.ts';

export const isPdf = (bytes: Uint8Array): boolean => standsAt(bytes, 0, '%PDF-');

/** What runs, opens or carries something else than a page (ISO 32000-1, 12.6.4; XFA forms run scripts too). */
const activeNames = [
	...['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'EF', 'FileAttachment', 'GoToE'],
	...['RichMedia', 'RichMediaContent', 'Movie', 'Sound', 'Rendition', 'ImportData', 'SubmitForm', 'XFA'],
];
/** What tells who made a document, when, and with what (ISO 32000-1, 14.3 and 14.5; 12.3.4 for thumbnails). */
const tellingNames = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'SpiderInfo'];

/**
 * A PDF written anew with its reachable objects alone, without what tells of its maker; what was erased by a later
 * version is really gone. Refused when it is locked, active, damaged, or without a page.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanFile> {
	if (!endsAsPdf(bytes) || hidesTooMuch(bytes)) return refused('notes.file-broken');
	try {
		return await rewritten(bytes);
	} catch {
		return refused(isLocked(bytes) ? 'notes.file-locked' : 'notes.file-broken');
	}
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const endsAsPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(-2048)).includes('%%EOF');
/** What cannot be read because it is locked says so in the clear (ISO 32000-1, 7.6.1). */
const isLocked = (bytes: Uint8Array): boolean => latin1(bytes).includes('/Encrypt');

async function rewritten(bytes: Uint8Array): Promise<CleanFile> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
	if (pdf.getPageCount() < 1) return refused('notes.file-broken');
	const { context } = pdf;
	delete context.trailerInfo.Info;
	delete context.trailerInfo.ID;
	const kept = reachable(context);
	if (kept.objects.some(isActive)) return refused('notes.file-active');
	for (const [ref, object] of context.enumerateIndirectObjects())
		if (!kept.refs.has(ref)) context.delete(ref);
		else if (object instanceof PDFRawStream) context.assign(ref, withQuietPicture(object));
	const saved = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
	return { ok: true, mediaType: 'application/pdf', bytes: saved };
}

/** Everything that can be reached from the document's root, once what tells of its maker is taken off. */
function reachable(context: PDFContext): { refs: Set<PDFRef>; objects: readonly PDFObject[] } {
	const refs = new Set<PDFRef>();
	const objects: PDFObject[] = [];
	const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
	while (waiting.length > 0) {
		const object = waiting.pop();
		if (!object) continue;
		objects.push(object);
		if (object instanceof PDFRef) {
			if (refs.has(object)) continue;
			refs.add(object);
			waiting.push(context.lookup(object));
		} else waiting.push(...partsOf(object));
	}
	return { refs, objects };
}

function partsOf(object: PDFObject): readonly PDFObject[] {
	if (object instanceof PDFArray) return object.asArray();
	const dict = dictOf(object);
	if (!dict) return [];
	for (const name of tellingNames) dict.delete(PDFName.of(name));
	return dict.values();
}

const dictOf = (object: PDFObject): PDFDict | undefined => {
	if (object instanceof PDFDict) return object;
	return object instanceof PDFStream ? object.dict : undefined;
};

function isActive(object: PDFObject): boolean {
	if (object instanceof PDFName) return activeNames.includes(object.decodeText());
	return (
		dictOf(object)
			?.keys()
			.some((key) => activeNames.includes(key.decodeText())) ?? false
	);
}

/** A photograph inside a page tells as much as one alone. */
function withQuietPicture(stream: PDFRawStream): PDFRawStream {
	if (stream.dict.get(PDFName.of('Filter'))?.toString() !== '/DCTDecode') return stream;
	const picture = cleanJpeg(stream.contents, false);
	return picture.ok ? PDFRawStream.of(stream.dict, picture.bytes) : stream;
}
