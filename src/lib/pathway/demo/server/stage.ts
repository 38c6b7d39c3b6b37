import { sql } from 'kysely';
import type { Actor } from '#lib/actor.ts';
import type { Act } from '#lib/server/act.ts';
import { addDays } from '#lib/time/days.ts';
import { instantOf } from '#lib/time/zone.ts';
import type { Scene } from '../scene.ts';
import type { WorkerKey } from '../workers.ts';

/** Who plays and where: the invented workers, organisations and services, by the rank the demo gave them. */
export interface Cast {
	readonly actors: ReadonlyMap<string, Actor>;
	readonly organisations: ReadonlyMap<string, string>;
	readonly services: ReadonlyMap<string, string>;
}

/** One history being played: its pathway, what was made under which key, and the instant reached. */
export interface Stage {
	readonly cast: Cast;
	readonly lead: WorkerKey;
	readonly name: string;
	readonly pathwayId: string;
	readonly personId: string;
	readonly made: Map<string, string>;
	readonly calendar: Calendar;
	/** What her sheet says so far, as typed. */
	readonly sheet: Record<string, string>;
}

/** The days and instants of one history, told from the instant of loading. */
export interface Calendar {
	/** The calendar day so many days away from loading, never a weekend, YYYY-MM-DD. */
	day(offset: number): string;
	/** The next instant of that day: office hours, after what was done before, never after loading. */
	next(offset: number): Date;
}

const clock = 'Europe/Paris';
const [minute, hour] = [60_000, 3_600_000];

/** @param today the calendar day of loading in Paris @param rank spreads the histories over the morning */
export function calendarFrom(now: Date, today: string, rank: number): Calendar {
	let last = 0;
	const day = (offset: number) => workingDay(addDays(today, offset), offset);
	return {
		day,
		next: (offset) => {
			const morning = Date.parse(`${day(offset)}T00:00:00Z`) + 8.5 * hour + rank * 4 * minute;
			last = Math.min(now.getTime(), Math.max(instantOf(morning, clock).getTime(), last + minute));
			return new Date(last);
		},
	};
}

/** What fell on a weekend happened on the Friday; what would is on the Monday. Today stays today. */
function workingDay(day: string, offset: number): string {
	const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
	if (offset === 0 || (weekday !== 0 && weekday !== 6)) return day;
	const sunday = weekday === 0;
	return addDays(day, offset < 0 ? (sunday ? -2 : -1) : sunday ? 1 : 2);
}

/** Goes on within the same transaction as somebody else, at another instant: row security reads these settings. */
export async function actInTurn(
	{ tx }: Act,
	{ cast, lead, calendar }: Pick<Stage, 'cast' | 'lead' | 'calendar'>,
	{ by = lead, day }: Pick<Scene, 'by' | 'day'>,
): Promise<Act> {
	const actor = one(cast.actors, by);
	const at = calendar.next(day);
	await sql`select set_config('app.account', ${actor.accountId ?? ''}, true),
		set_config('app.hat', ${actor.hat?.id ?? ''}, true),
		set_config('app.at', ${at.toISOString()}, true)`.execute(tx);
	return { tx, actor, at, quiet: true };
}

/** What a rank or a key stands for; a history that names what is not there is a mistake of ours. */
export function one<Value>(known: ReadonlyMap<string, Value>, key: string): Value {
	const found = known.get(key);
	if (found === undefined) throw new Error(`the demo has no ${key}`);
	return found;
}
