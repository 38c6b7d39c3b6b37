import * as z from 'zod';
import { addDays } from '#lib/time/days.ts';

/** A departure is told a year ahead at most. */
const furthestDays = 366;

/** Which colleague leaves her post, and on which day (YYYY-MM-DD), as a form says it. */
export const newDeparture = (today: string) =>
	z.object({
		leaver: z.uuid('today.absence-who-missing'),
		leavesOn: z.iso
			.date('today.absence-day-missing')
			.refine((day) => day >= today && day <= addDays(today, furthestDays), 'today.departure-day-far'),
	});
export type NewDeparture = z.output<ReturnType<typeof newDeparture>>;

export const ForgottenDeparture = z.object({ departure: z.uuid('today.departure-unknown') });
