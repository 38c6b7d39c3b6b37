import * as z from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { addDays } from '#lib/time/days.ts';

/** The longest absence, in days; a longer one is a departure, and asks for relays. */
export const longestAbsenceDays = 365;

/** Somebody away, and the colleague to whom her day is handed over; calendar dates YYYY-MM-DD, both counted. */
export interface Absence {
	readonly id: string;
	readonly hatId: string;
	readonly name: string;
	readonly toHatId: string;
	readonly toName: string;
	readonly fromDay: string;
	readonly untilDay: string;
}
type Days = Pick<Absence, 'fromDay' | 'untilDay'>;

/** An absence as a form says it. */
export const NewAbsence = z.object({
	who: z.uuid('today.absence-who-missing'),
	to: z.uuid('today.absence-to-missing'),
	fromDay: z.iso.date('today.absence-day-missing'),
	untilDay: z.iso.date('today.absence-day-missing'),
});
export type NewAbsence = z.output<typeof NewAbsence>;

export const isAway = ({ fromDay, untilDay }: Days, today: string): boolean =>
	fromDay <= today && today <= untilDay;

const overlaps = (one: Days, other: Days): boolean =>
	one.fromDay <= other.untilDay && other.fromDay <= one.untilDay;

/** Why this absence may not be said, if it may not: whoever receives must be there all along. */
export function whyNotAbsent(
	wanted: NewAbsence,
	known: readonly Absence[],
	today: string,
): TextKey | undefined {
	const { who, to, fromDay, untilDay } = wanted;
	if (who === to) return 'today.absence-to-self';
	if (untilDay < fromDay) return 'today.absence-order';
	if (untilDay < today) return 'today.absence-past';
	if (untilDay > addDays(fromDay, longestAbsenceDays)) return 'today.absence-long';
	const meanwhile = known.filter((absence) => overlaps(absence, wanted));
	if (meanwhile.some(({ hatId }) => hatId === who)) return 'today.absence-known';
	if (meanwhile.some(({ hatId }) => hatId === to)) return 'today.absence-to-away';
	return meanwhile.some(({ toHatId }) => toHatId === who) ? 'today.absence-receives' : undefined;
}

/** Whose day one reads: one's own, and those handed over today, with until when. */
export interface Desk {
	readonly hatIds: readonly string[];
	readonly forWhom: ReadonlyMap<string, { readonly name: string; readonly untilDay: string }>;
}

export function deskOf(mine: string, absences: readonly Absence[], today: string): Desk {
	const received = absences.filter((absence) => absence.toHatId === mine && isAway(absence, today));
	return {
		hatIds: [mine, ...received.map(({ hatId }) => hatId)],
		forWhom: new Map(received.map(({ hatId, name, untilDay }) => [hatId, { name, untilDay }])),
	};
}
