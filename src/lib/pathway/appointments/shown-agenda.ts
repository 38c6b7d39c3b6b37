import { translate } from '#lib/texts/translator.ts';
import { dateIn } from '#lib/time/zone.ts';
import { dayTold, timeTold } from './shown-appointment.ts';

interface AgendaLine {
	readonly id: string;
	readonly pathwayId: string;
	readonly subjectLine: string;
	readonly startsAt: Date;
	readonly minutes: number;
	readonly place: string | null;
	readonly name: string;
}

const dayOf = (at: Date): string => dateIn(at, 'Europe/Paris');

const showLine = ({ id, pathwayId, subjectLine, startsAt, place, name }: AgendaLine) => ({
	id,
	name,
	place,
	subjectLine,
	time: timeTold(startsAt),
	when: translate('notes.when', { day: dayTold(startsAt), time: timeTold(startsAt) }),
	href: `/parcours/${pathwayId}/rendez-vous`,
});

/** What is gone and still to tell, and what comes, day by day; lines come by date. */
export function showAgenda(lines: readonly AgendaLine[], now: Date) {
	const coming = lines.filter(({ startsAt }) => startsAt > now);
	const days = Map.groupBy(coming, ({ startsAt }) => dayOf(startsAt));
	return {
		unsaid: lines.filter(({ startsAt }) => startsAt <= now).map(showLine),
		days: [...days].map(([date, its]) => ({
			date,
			day: titleOf(its[0]?.startsAt ?? now, now),
			lines: its.map(showLine),
		})),
	};
}

const titleOf = (at: Date, now: Date): string =>
	dayOf(at) === dayOf(now) ? translate('notes.agenda-today', { day: dayTold(at) }) : dayTold(at);
