import { downloadName } from '#lib/pathway/files/attachment.ts';
import { findAttachment } from '#lib/pathway/files/server/attachments.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { RequestHandler } from './$types.ts';

/** Downloaded, never shown inside our pages; nothing of anybody in its address or its name. */
export const GET: RequestHandler = async ({ params, locals: { act } }) => {
	const { id, mediaType, bytes } = await act(async (here) => {
		const file = await findAttachment(here, uuidOf(params.id), uuidOf(params.attachment));
		await openSection(here, params.id, 'attachment');
		return file;
	});
	return new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${downloadName(id, mediaType)}"`,
			'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
