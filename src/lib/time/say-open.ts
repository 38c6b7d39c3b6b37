import { translate } from '#lib/texts/translator.ts';
import { clockTime } from './clock-time.ts';
import type { OpenState } from './opening-hours.ts';
import { wallClock, type Zone } from './zone.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const soonMinutes = 45;

/** « Ouvert jusqu’à 17 h 30 », « Fermé, ouvre demain à 9 h »: on the clocks of the place. */
export function sayOpen(shown: OpenState, at: Date, zone: Zone): string {
	const { state, nextChange, next, comment } = shown;
	if (state === 'open') return sayClosing(nextChange, at, zone);
	if (state === 'closed')
		return nextChange && next === 'open' ? sayOpening(nextChange, at, zone) : translate('time.closed');
	return comment ? translate('time.unknown-comment', { comment }) : translate('time.unknown');
}

function sayClosing(nextChange: Date | null, at: Date, zone: Zone): string {
	if (!nextChange || nextChange.getTime() - at.getTime() > dayMs) return translate('time.open');
	const minutes = Math.ceil((nextChange.getTime() - at.getTime()) / minuteMs);
	if (minutes <= soonMinutes) return translate('time.closes-soon', { minutes });
	return translate('time.open-until', { time: timeOn(nextChange, zone) });
}

function sayOpening(nextChange: Date, at: Date, zone: Zone): string {
	const time = timeOn(nextChange, zone);
	const days = dayNumber(nextChange, zone) - dayNumber(at, zone);
	if (days === 0) return translate('time.opens-today', { time });
	if (days === 1) return translate('time.opens-tomorrow', { time });
	return translate('time.opens-day', { day: dayName(nextChange, zone, days), time });
}

const dayNumber = (at: Date, zone: Zone): number => Math.floor(wallClock(at, zone.clock) / dayMs);

const timeOn = (instant: Date, zone: Zone): string =>
	clockTime(Math.floor((wallClock(instant, zone.clock) % dayMs) / minuteMs));

const dayName = (instant: Date, zone: Zone, days: number): string =>
	new Intl.DateTimeFormat('fr-FR', {
		weekday: 'long',
		...(days > 6 && { day: 'numeric', month: 'long' }),
		timeZone: 'UTC',
	}).format(wallClock(instant, zone.clock));
