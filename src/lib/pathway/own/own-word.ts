import { addBusinessDays } from '#lib/time/business-days.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { dateIn, zoneOf } from '#lib/time/zone.ts';

/** What she may say in two taps. */
export const wordKinds = ['not-worked', 'cannot-come', 'talk', 'erase'] as const;
export type WordKind = (typeof wordKinds)[number];

/** An erasure is answered within a month (RGPD art. 12.3): in days, so as never to be late. */
const erasureDays = 28;

/** Within how many business days somebody named answers, as the screen promises. */
const promisedDays: Readonly<Record<Exclude<WordKind, 'erase'>, number>> = {
	'not-worked': 2,
	'cannot-come': 1,
	talk: 1,
};

/** The day by which she is answered (YYYY-MM-DD), on the calendar of where she lives. */
export const answerBy = (kind: WordKind, saidAt: Date, communeCode: string | null): string => {
	if (kind === 'erase') return addDays(dayOf(saidAt), erasureDays);
	const place = communeCode ?? '75';
	return dateIn(
		addBusinessDays(saidAt, promisedDays[kind], place.slice(0, place.startsWith('97') ? 3 : 2)),
		zoneOf(place).clock,
	);
};

/** Whether the promise was not kept, on a day. */
export const isLateWord = (
	{ answerBy: day, answeredAt }: { answerBy: string; answeredAt: Date | null },
	today: string,
) => answeredAt === null && day < today;
