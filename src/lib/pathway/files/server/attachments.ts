import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** The files that the actor may open, newest first, without their bytes. */
export const listAttachments = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('attachment')
		.innerJoin('organisation', 'organisation.id', 'attachment.organisationId')
		.select([
			'attachment.id',
			'attachment.name',
			'attachment.mediaType',
			'attachment.size',
			'attachment.shared',
			'attachment.subject',
			'attachment.addedAt',
			'attachment.authorName',
			'organisation.name as organisation',
		])
		.where('attachment.pathwayId', '=', pathwayId)
		.orderBy('attachment.addedAt', 'desc')
		.orderBy('attachment.id')
		.execute();

/** A file of a pathway, if the actor may open it; otherwise as if it did not exist. */
export async function findAttachment({ tx }: Act, pathwayId: string, id: string) {
	const file = await tx
		.selectFrom('attachment')
		.select(['id', 'mediaType', 'bytes'])
		.where('pathwayId', '=', pathwayId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!file) throw new Refusal(404, 'problem.nothing-here');
	return file;
}
