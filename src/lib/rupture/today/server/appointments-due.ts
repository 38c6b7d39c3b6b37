import type { Act } from '#lib/server/act.ts';

/** The most that a day lists. */
const most = 200;

/** One query: the appointments of these workers that are still planned, by date, the first of them. */
export const listAppointmentsDue = ({ tx }: Act, hatIds: readonly string[]) =>
	tx
		.selectFrom('appointment')
		.select(['id', 'pathwayId', 'hatId', 'version', 'subjectLine', 'startsAt', 'place'])
		.where('hatId', 'in', hatIds)
		.where('state', '=', 'planned')
		.orderBy('startsAt')
		.orderBy('id')
		.limit(most)
		.execute();
