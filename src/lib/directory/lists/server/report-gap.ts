import { withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { readPlace } from '../../search/server/place.ts';
import type { NewGap } from '../gap.ts';

/**
 * Records that something is missing somewhere. Nothing tells who said it: it is written at the door, signed in or not.
 * @throws Refusal 422 for a place that is none, or several; 429 when one network says too many
 */
export async function reportGap(
	{ act, door }: { readonly act: Work; readonly door: Work },
	gap: NewGap,
	{ address }: Visitor,
): Promise<void> {
	if (gap.surnom) return;
	const communeCode = await communeOf(act, gap);
	await withinLimit(door, 'report-gap', { address });
	await door((anonymous) => insertGap(anonymous, gap, communeCode));
}

async function communeOf(act: Work, { lieu, commune, connu }: NewGap): Promise<string> {
	const place = await readPlace(act, {
		place: lieu,
		commune: lieu === connu ? commune : '',
		point: undefined,
	});
	if (place.state === 'homonyms') throw new Refusal(422, 'lists.gap-place-ambiguous', { place: lieu });
	if (!place.near?.communeCode) throw new Refusal(422, 'lists.gap-place-unknown', { place: lieu });
	return place.near.communeCode;
}

async function insertGap(act: Act, gap: NewGap, communeCode: string): Promise<void> {
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('gapReport')
		.values({
			id,
			communeCode,
			topics: gap.theme,
			words: gap.q,
			audiences: gap.public,
			sentence: gap.sentence || null,
			reportedAt: act.at,
		})
		.execute();
	await record(act, 'gap.reported', id, { communeCode, topics: gap.theme });
}
