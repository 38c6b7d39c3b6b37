import type { Act } from '#lib/server/act.ts';

/** Her steps, as she reads them: the nearest date first. */
export const listOwnSteps = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('step')
		.select(['id', 'words', 'state', 'owner', 'ownerName', 'dueOn', 'proposedBy', 'endedAt', 'version'])
		.where('pathwayId', '=', pathwayId)
		.where('state', 'not in', ['abandoned', 'replaced'])
		.orderBy('dueOn')
		.orderBy('madeAt')
		.orderBy('id')
		.execute();
export type OwnStep = Awaited<ReturnType<typeof listOwnSteps>>[number];
