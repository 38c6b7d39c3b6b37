import type { Act } from '#lib/server/act.ts';
import { notesPerPage } from '../note.ts';

/** A page of the notes that the actor may read, newest first; pages count from 1. */
export const listNotes = ({ tx }: Act, pathwayId: string, page: number) =>
	tx
		.selectFrom('note')
		.innerJoin('organisation', 'organisation.id', 'note.organisationId')
		.select([
			'note.id',
			'note.shared',
			'note.subject',
			'note.words',
			'note.contactOn',
			'note.contactWay',
			'note.writtenAt',
			'note.authorName',
			'organisation.name as organisation',
		])
		.where('note.pathwayId', '=', pathwayId)
		.orderBy('note.writtenAt', 'desc')
		.orderBy('note.id')
		.limit(notesPerPage)
		.offset((page - 1) * notesPerPage)
		.execute();

/** Under which key what is being typed is kept. */
export const noteDraft = (pathwayId: string): string => `note.${pathwayId}`;

/** How many of them there are. */
export async function countNotes({ tx }: Act, pathwayId: string): Promise<number> {
	const { count } = await tx
		.selectFrom('note')
		.select((eb) => eb.fn.countAll().as('count'))
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirstOrThrow();
	return Number(count);
}
