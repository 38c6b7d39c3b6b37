import * as z from 'zod';
import { translate } from '#lib/texts/translator.ts';
import { reading } from '../notes/note.ts';
import { Once, told } from '../typed.ts';
import { mediaTypes } from './kept-file.ts';

/** What is typed beside a file: a name to find it again, who opens it, and its subject. */
export const NewAttachment = z.object({
	once: Once,
	name: told(200, 'notes.file-name-missing', 'notes.file-name-long'),
	...reading,
});
export type NewAttachment = z.infer<typeof NewAttachment>;

const extensions = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
} as const satisfies Record<(typeof mediaTypes)[number], string>;

/** The name under which it lands on a computer that others may use: nothing of anybody in it. */
export const downloadName = (id: string, mediaType: string): string =>
	`piece-${id.slice(0, 8)}.${extensions[mediaTypes.find((type) => type === mediaType) ?? 'application/pdf']}`;

/** « PDF, 1,2 Mo ». */
export function fileTold(mediaType: string, bytes: number): string {
	const size = Math.max(1, Math.round(bytes / 1000));
	return translate('notes.file-told', {
		type: translate(mediaType === 'application/pdf' ? 'notes.type-pdf' : 'notes.type-image'),
		size:
			size < 1000
				? translate('notes.size-kb', { size })
				: translate('notes.size-mb', { size: bytes / 1_000_000 }),
	});
}
