import { isBusinessDay } from '#lib/time/business-days.ts';
import { addDays } from '#lib/time/days.ts';
import { zoneOf } from '#lib/time/zone.ts';

/** The twin's tables: the log of facts as told, and a calendar of days, each with its rank among the days worked. */
export const twinSchema = `
	drop schema if exists twin cascade;
	create schema twin;
	create table twin.fact (
		seq int, at timestamptz, kind text, person text, pathway text, subject text, state text, day date, until date, need text,
		org text, hat text, goal text, target text, agreement text, reason text, dept text, flag boolean, moment timestamptz, birth int);
	create table twin.day (dept text, day date, worked boolean, rank int, primary key (dept, day));
	create table twin.zone (dept text primary key, name text);
	create function twin.opens(zone text, day date) returns timestamptz language sql immutable
		as $$ select day::timestamp at time zone zone $$;
	create function twin.on_day(zone text, at timestamptz) returns date language sql immutable
		as $$ select (at at time zone zone)::date $$;
	-- A wait that starts on a day off starts with the next day worked.
	create function twin.after(cal text, zone text, since timestamptz, days int) returns timestamptz language sql stable as $$
		select ((select d.day from twin.day d where d.dept = cal and d.worked
				and d.rank = s.rank + days + case when s.worked then 0 else 1 end)
			+ case when s.worked then (since at time zone zone)::time else '00:00' end) at time zone zone
		from twin.day s where s.dept = cal and s.day = (since at time zone zone)::date $$;
	create function twin.between(cal text, zone text, since timestamptz, until timestamptz) returns int language sql stable as $$
		select greatest(0, e.rank - s.rank - case when s.worked then 0 else 1 end
			- case when e.worked and e.rank > s.rank + case when s.worked then 0 else 1 end
				and (until at time zone zone)::time < case when s.worked then (since at time zone zone)::time else '00:00' end
				then 1 else 0 end)
		from twin.day s, twin.day e where s.dept = cal and e.dept = cal
			and s.day = (since at time zone zone)::date and e.day = (until at time zone zone)::date $$`;

export const twinIndexes = `
	create index on twin.fact (kind, subject, seq);
	create index on twin.fact (kind, person, day);
	create index on twin.fact (kind, pathway);
	create unique index on twin.day (dept, rank) where worked;
	analyze twin.fact; analyze twin.day`;

/** The days of each département of a log, from one date to another. */
export function twinDays(departments: readonly string[], from: string, until: string) {
	return departments.flatMap((dept) => {
		let rank = 0;
		const days = [];
		for (let day = from; day < until; day = addDays(day, 1)) {
			const worked = isBusinessDay(day, dept);
			if (worked) rank++;
			days.push({ dept, day, worked, rank });
		}
		return days;
	});
}

export const twinZones = (departments: readonly string[]) =>
	departments.map((dept) => ({ dept, name: zoneOf(dept).clock }));
