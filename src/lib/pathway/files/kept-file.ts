import type { TextKey } from '#lib/texts/catalogue.ts';

export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The heaviest file that is kept, in bytes. */
export const heaviest = 10 * 1024 ** 2;

/** The largest picture that is opened: beyond, a small file could fill a phone's memory. */
export const mostPixels = 50_000_000;

/** The most parts that a picture is made of: beyond, they are there to tire whoever reads them. */
export const mostParts = 20_000;

/** Why a file is not kept. */
export type FileProblem = Extract<
	TextKey,
	| 'notes.file-empty'
	| 'notes.file-big'
	| 'notes.file-unknown'
	| 'notes.file-broken'
	| 'notes.file-huge'
	| 'notes.file-animated'
	| 'notes.file-locked'
	| 'notes.file-active'
>;

/** A file made safe to keep, or the reason why it is not. */
export type CleanFile =
	| { readonly ok: true; readonly mediaType: MediaType; readonly bytes: Uint8Array }
	| { readonly ok: false; readonly problem: FileProblem };

export const refused = (problem: FileProblem): CleanFile => ({ ok: false, problem });

/** Whether a picture of that size is opened: at least one point, not too many. */
export const sizeProblem = (width: number, height: number): FileProblem | undefined => {
	if (width < 1 || height < 1) return 'notes.file-broken';
	return width * height > mostPixels ? 'notes.file-huge' : undefined;
};
