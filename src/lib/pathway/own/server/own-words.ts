import type { Act } from '#lib/server/act.ts';
import type { WordKind } from '../own-word.ts';

/** What she said lately, the newest first: what waits, and what was answered. */
export const listOwnWords = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('ownWord')
		.innerJoin('organisation', 'organisation.id', 'ownWord.toOrganisationId')
		.select([
			'ownWord.id',
			'kind',
			'words',
			'toName',
			'saidAt',
			'answerBy',
			'answer',
			'answeredAt',
			'answeredBy',
		])
		.select(['organisation.name as organisation', 'organisation.phone'])
		.where('pathwayId', '=', pathwayId)
		.orderBy('saidAt', 'desc')
		.limit(5)
		.$narrowType<{ kind: WordKind }>()
		.execute();
