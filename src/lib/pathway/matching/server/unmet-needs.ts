import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { Once } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { unmetReasons } from '../unmet-need.ts';
import { communeIn, needIn } from './match-services.ts';
import { typedCommune } from './typed-commune.ts';

export const UnmetNeed = z.object({
	id: Once,
	need: needIn,
	commune: communeIn,
	because: z.enum(unmetReasons, 'matching.because-missing'),
});

/** Says that no service fits a need around a commune. The same form sent twice says it once. */
export async function sayNeedUnmet(
	act: Act,
	pathwayId: string,
	{ id, need, commune, because }: z.infer<typeof UnmetNeed>,
): Promise<void> {
	await pathwayToWrite(act, pathwayId);
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('unmetNeed')
		.values({
			...{ id, pathwayId, because },
			...need,
			organisationId: organisationOf(act.actor),
			communeCode: await typedCommune(act, commune),
			toldAt: act.at,
		})
		.onConflict((on) => on.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows)
		await record(act, 'pathway.need-unmet', pathwayId, { domain: need.domain, because });
}

/** The needs of a pathway that nothing answered, the last one first. */
export const listUnmetNeeds = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('unmetNeed')
		.leftJoin('commune', 'commune.code', 'unmetNeed.communeCode')
		.select(['unmetNeed.id', 'domain', 'topic', 'because', 'toldAt', 'commune.name as commune'])
		.where('pathwayId', '=', pathwayId)
		.orderBy('toldAt', 'desc')
		.orderBy('unmetNeed.id')
		.execute();
