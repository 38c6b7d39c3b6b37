import { readWeek } from './french-week.ts';
import type { HsdsSchedule } from './hsds-schema.ts';

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const clock = /^(\d{2}:\d{2})/;

/**
 * The exact hours when our profile tells them, else the ordinary week of its weekly rules, as OpenStreetMap writes it;
 * null when a rule is of another kind: half a week would mislead. `today`: rules that are over do not count.
 */
export function hoursFrom(
	exact: string | undefined,
	schedules: readonly HsdsSchedule[] = [],
	today: string,
): string | null {
	if (exact !== undefined) return exact;
	const holding = schedules.filter(
		({ valid_to, until }) => ((valid_to ?? until)?.slice(0, 10) ?? today) >= today,
	);
	const rules = holding.map(weeklyRule);
	if (rules.length === 0 || rules.includes(undefined)) return null;
	const week = dayCodes.map((day) =>
		rules.flatMap((rule) => (rule?.days.includes(day) ? [`${rule.opens} - ${rule.closes}`] : [])).join(' / '),
	);
	return readWeek(week).expression;
}

function weeklyRule({ freq, interval = 1, byday, bymonthday, byweekno, opens_at, closes_at }: HsdsSchedule) {
	const days = (byday ?? '').split(',').map((day) => day.trim().toUpperCase());
	const [opens, closes] = [opens_at, closes_at].map((time) => clock.exec(time ?? '')?.[1]);
	const isPlain = freq === 'WEEKLY' && interval === 1 && !bymonthday && !byweekno;
	if (!isPlain || !opens || !closes || !days.every((day) => dayCodes.includes(day))) return undefined;
	return { days, opens, closes: closes === '23:59' ? '24:00' : closes };
}
