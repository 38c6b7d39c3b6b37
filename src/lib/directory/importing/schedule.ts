import * as z from 'zod';

export const rhythms = ['day', 'week', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

export const NewSchedule = z.object({
	mapping: z.uuid('importing.no-mapping'),
	url: z
		.string('importing.url-missing')
		.trim()
		.max(2083, 'importing.url-wrong')
		.refine(
			(given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol),
			'importing.url-wrong',
		),
	every: z.enum(rhythms, 'importing.every-missing'),
});

/** When the next reading comes: a day, a week or a month of the calendar later, at the same hour (UTC). */
export function nextReading(every: Rhythm, from: Date): Date {
	const next = new Date(from);
	if (every === 'day') next.setUTCDate(next.getUTCDate() + 1);
	if (every === 'week') next.setUTCDate(next.getUTCDate() + 7);
	if (every === 'month') {
		next.setUTCDate(1);
		next.setUTCMonth(next.getUTCMonth() + 1);
		const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
		next.setUTCDate(Math.min(from.getUTCDate(), lastDay));
	}
	return next;
}
