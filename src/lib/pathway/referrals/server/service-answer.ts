import { shownDay } from '#lib/access/shown-date.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';

/** How a service answers, as its public page says it; nothing under eleven referrals. */
export async function readServiceAnswers({ tx }: Act, serviceId: string): Promise<readonly string[]> {
	const counted = await tx
		.selectFrom('serviceAnswer')
		.selectAll()
		.where('serviceId', '=', serviceId)
		.executeTakeFirst();
	if (!counted) return [];
	const { referrals: count, accepted, refused, unanswered, medianDays, helped, countedAt } = counted;
	return [
		translate('matching.answers-count', { count, accepted, refused, unanswered }),
		...(medianDays === null
			? []
			: [translate('matching.answers-delay', { days: Math.ceil(Number(medianDays)) })]),
		...(helped === null ? [] : [translate('matching.answers-helped', { percent: helped })]),
		translate('matching.answers-counted', { date: shownDay(countedAt) }),
	];
}
