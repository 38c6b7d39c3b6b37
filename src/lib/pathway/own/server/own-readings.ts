import type { Reading } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';

/** As much as a page of an old phone holds. */
export const readingsPerPage = 60;

/** Who opened what of her, the latest first; only lines older than one, when it is given. */
export const listOwnReadings = ({ tx }: Act, before: number | null) =>
	tx
		.selectFrom('accessLog')
		.leftJoin('organisation', 'organisation.id', 'accessLog.organisationId')
		.select(['accessLog.id', 'at', 'what', 'workerName', 'organisation.name as organisation'])
		.$if(before !== null, (query) => query.where('accessLog.id', '<', before ?? 0))
		.orderBy('accessLog.id', 'desc')
		.limit(readingsPerPage)
		.$narrowType<{ what: Reading }>()
		.execute();
