import type { Stop } from '../service.ts';
import { idOf } from './hsds-ids.ts';
import type { HsdsSchedule } from './hsds-schema.ts';
import { type Opening, type Week, weekOf } from './hsds-week.ts';

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The ordinary week as weekly rules, one for each span of hours; what no rule can say is told in `description`. */
export function schedulesOf(owner: string, openingHours: string | null): HsdsSchedule[] {
	if (!openingHours) return [];
	const week = weekOf(openingHours);
	const spans = week ? spansOf(week) : [];
	if (spans.length === 0) return [{ id: idOf('schedule', owner, openingHours), description: openingHours }];
	return spans.map(({ byday, ...opening }) => ({
		id: idOf('schedule', owner, byday, opening.opens, opening.closes),
		freq: 'WEEKLY',
		interval: 1,
		wkst: 'MO',
		byday,
		...clockOf(opening),
		description: openingHours,
	}));
}

interface Span extends Opening {
	readonly byday: string;
}

function spansOf(week: Week): Span[] {
	const all = week.flatMap((openings, day) => openings.map((opening) => ({ ...opening, day })));
	const bySpan = Map.groupBy(all, ({ opens, closes }) => `${opens} ${closes}`);
	return [...bySpan.values()].map((same) => ({
		opens: same[0]!.opens,
		closes: same[0]!.closes,
		byday: [...new Set(same.map(({ day }) => dayCodes[day]))].join(','),
	}));
}

/** HSDS has no 24:00. */
const clockOf = ({ opens, closes }: Opening) => ({
	opens_at: `${opens}:00`,
	closes_at: closes === '24:00' ? '23:59:59' : `${closes}:00`,
});

/** When a mobile service stops there: each of its dates, else its ordinary week. */
export function schedulesOfStop(owner: string, { openingHours, dates }: Stop): HsdsSchedule[] {
	if (dates.length === 0) return schedulesOf(owner, openingHours);
	const week = openingHours ? weekOf(openingHours) : undefined;
	return dates.flatMap((date): HsdsSchedule[] => {
		const day = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
		const openings = week?.[day] ?? [];
		const once = { valid_from: date, valid_to: date, dtstart: date, until: date };
		const described = openingHours && openings.length === 0 ? { description: openingHours } : {};
		if (openings.length === 0) return [{ id: idOf('schedule', owner, date), ...once, ...described }];
		return openings.map((opening) => ({
			id: idOf('schedule', owner, date, opening.opens),
			...once,
			...clockOf(opening),
		}));
	});
}
