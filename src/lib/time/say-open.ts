import { translate } from '../texts/translator.ts';
import type { OpenState } from './opening-hours.ts';
import { wallClock } from './zone.ts';

const dayMs = 86_400_000;
const soonMinutes = 45;

/** « Ouvert jusqu’à 17 h 30 », « Fermé, ouvre demain à 9 h »: on the clocks of the place. */
export function sayOpen({ state, nextChange }: OpenState, at: Date, zone: string): string {
	if (state === 'unknown') return translate('time.unknown');
	if (state === 'open') return sayClosing(nextChange, at, zone);
	return nextChange ? sayOpening(nextChange, at, zone) : translate('time.closed');
}

function sayClosing(nextChange: Date | null, at: Date, zone: string): string {
	if (!nextChange || nextChange.getTime() - at.getTime() > dayMs) return translate('time.open');
	const minutes = Math.ceil((nextChange.getTime() - at.getTime()) / 60_000);
	if (minutes <= soonMinutes) return translate('time.closes-soon', { minutes });
	return translate('time.open-until', { time: clockTime(nextChange, zone) });
}

function sayOpening(nextChange: Date, at: Date, zone: string): string {
	const time = clockTime(nextChange, zone);
	const days = Math.floor(wallClock(nextChange, zone) / dayMs) - Math.floor(wallClock(at, zone) / dayMs);
	if (days === 0) return translate('time.opens-today', { time });
	if (days === 1) return translate('time.opens-tomorrow', { time });
	return translate('time.opens-day', { day: dayName(nextChange, zone, days), time });
}

function clockTime(instant: Date, zone: string): string {
	const figures = new Date(wallClock(instant, zone));
	const minutes = figures.getUTCMinutes();
	return `${figures.getUTCHours()}\u00a0h${minutes === 0 ? '' : `\u00a0${String(minutes).padStart(2, '0')}`}`;
}

const dayName = (instant: Date, zone: string, days: number): string =>
	new Intl.DateTimeFormat('fr-FR', {
		weekday: 'long',
		...(days > 6 && { day: 'numeric', month: 'long' }),
		timeZone: 'UTC',
	}).format(wallClock(instant, zone));
