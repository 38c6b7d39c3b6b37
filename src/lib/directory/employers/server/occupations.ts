import type { Act } from '#lib/server/act.ts';

/** Every tagged occupation, by code. */
export const listOccupations = ({ tx }: Act) =>
	tx
		.selectFrom('occupationTag')
		.select(['romeCode', 'tag', 'label'])
		.orderBy('romeCode')
		.orderBy('tag')
		.execute();
