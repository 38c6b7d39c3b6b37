import * as z from 'zod';
import { findEmployers } from '#lib/directory/employers/server/find-employers.ts';
import { radii } from '#lib/directory/search/query.ts';
import type { Edition } from '#lib/directory/search/server/edition.ts';
import { findHelp } from '#lib/directory/search/server/find-help.ts';
import { audiences, welcomeModes } from '#lib/directory/service.ts';
import { pathwayRead } from '#lib/pathway/server/relation.ts';
import { told } from '#lib/pathway/typed.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { type Criteria, filtersFor, needCodes, needOf } from '../match.ts';
import { mostMatches, type ShownMatches, showMatches } from '../shown-match.ts';
import { typedCommune } from './typed-commune.ts';

export const needIn = z.enum(needCodes, 'matching.need-missing').transform((code) => needOf(code) ?? z.NEVER);
export const communeIn = told(100, 'matching.commune-missing', 'matching.commune-long');

/** What is asked for her: lives as long as the answer. */
export const MatchAsked = z.object({
	need: needIn,
	commune: communeIn,
	radius: z.coerce
		.number()
		.pipe(z.literal([...radii]))
		.catch(20),
	audiences: z.array(z.enum(audiences)).default([]),
	fee: z.literal('free').optional().catch(undefined),
	mode: z.enum(welcomeModes).optional().catch(undefined),
	open: z.stringbool().catch(false),
	places: z.stringbool().catch(false),
});
type Asked = z.infer<typeof MatchAsked>;

/**
 * Services for one person whose steps the actor reads, best first with why, from the directory's own index; for work,
 * employers near her in the same list. Writes nothing: what was asked is forgotten with the answer.
 * @throws Refusal 404 where the pathway does not exist for the actor, 422 for a commune that is none, or several
 */
export async function matchServices(
	work: Work,
	edition: Edition,
	pathwayId: string,
	asked: Asked,
): Promise<ShownMatches> {
	const { criteria, at } = await work(async (act) => {
		await pathwayRead(act, pathwayId);
		return { criteria: await criteriaOf(act, asked), at: act.at };
	});
	const filters = filtersFor(criteria);
	const help = await findHelp(work, edition, { filters, limit: mostMatches, at });
	const employers =
		criteria.need.domain === 'work'
			? await work((act) => findEmployers(act, employersFor(criteria), help.place.near))
			: { total: 0, employers: [] };
	return showMatches(help, employers);
}

async function criteriaOf(act: Act, { commune, radius, open, places, fee, mode, ...asked }: Asked) {
	const communeCode = (await typedCommune(act, commune)) ?? '';
	const criteria: Criteria = {
		...asked,
		communeCode,
		radiusKm: radius,
		fee,
		mode,
		openNow: open,
		withPlaces: places,
	};
	return criteria;
}

/** Those with an offer of today, of any kind, around her. */
const employersFor = ({ communeCode, radiusKm }: Criteria) => ({
	words: '',
	place: '',
	commune: communeCode,
	radiusKm,
	kind: undefined,
	tag: undefined,
	accepts: [],
	page: 1,
});
