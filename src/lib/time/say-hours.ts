import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { clockTime } from './clock-time.ts';

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' });

const day = `(?:${weekdays.join('|')}|PH|SH)`;
const nth = String.raw`(?:\[-?\d(?:[,-]-?\d)*\])?`;
const days = `${day}${nth}(?:[-,]${day}${nth})*`;
const month = `(?:${months.join('|')})`;
const clock = String.raw`\d{1,2}:\d{2}`;
const rule = new RegExp(
	String.raw`^(?:(?<season>${month}(?:[-,]${month})*):?\s*)?(?:(?<days>${days}):?\s*)?(?<hours>off|closed|24/7|${clock}-${clock}(?:,\s*${clock}-${clock})*)?(?:\s*"(?<comment>[^"]*)")?$`,
);

/**
 * Hours that are no plain week, a line a rule: « Juillet et août : lundi à vendredi, 9 h – 12 h », « 2e et 4e mardi du
 * mois, 9 h – 12 h ». Undefined when a rule holds more than seasons, days, hours and a comment.
 */
export function sayHours(expression: string): string[] | undefined {
	const lines = (expression.match(/(?:"[^"]*"|[^";])+/g) ?? []).map((text) => sayRule(text.trim()));
	return lines.length > 0 && lines.every((line) => line !== undefined) ? lines : undefined;
}

function sayRule(text: string): string | undefined {
	const parts = rule.exec(text)?.groups;
	if (!parts || (!parts.hours && !parts.comment)) return undefined;
	const when = [parts.days && sayDays(parts.days), parts.hours && sayTimes(parts.hours), parts.comment];
	const line = when.filter(Boolean).join(', ');
	return capital(
		parts.season ? translate('time.in-season', { season: saySeason(parts.season), line }) : line,
	);
}

const sayTimes = (hours: string): string => {
	if (hours === '24/7') return translate('time.all-day');
	if (hours === 'off' || hours === 'closed') return translate('time.day-closed');
	return list(hours.split(',').map((span) => span.trim().split('-').map(sayClock).join(' – ')));
};

const sayClock = (text: string): string => {
	const [hour = 0, minute = 0] = text.split(':').map(Number);
	return clockTime(hour * 60 + minute);
};

function sayDays(text: string): string {
	const ordered = /^([A-Z][a-z])\[([^\]]+)\](?:,\1\[([^\]]+)\])*$/.exec(text);
	if (ordered) {
		const ranks = [...text.matchAll(/\[([^\]]+)\]/g)].flatMap(([, inside = '']) => inside.split(','));
		return translate('time.day-of-month', { ranks: list(ranks.map(sayRank)), day: sayDay(ordered[1] ?? '') });
	}
	return list(
		text.split(',').map((range) => {
			const [from = '', to] = range.split('-');
			return to ? translate('time.day-to-day', { from: sayDay(from), to: sayDay(to) }) : sayDay(from);
		}),
	);
}

const sayRank = (rank: string): string =>
	translate('time.rank', { rank: Math.abs(Number(rank)), last: rank === '-1' ? 'yes' : 'no' });

/** A day with its rank in the month when it is told with others. */
function sayDay(text: string): string {
	const [, name = '', rank] = /^([A-Z]+[a-z]*)(?:\[([^\]]+)\])?$/.exec(text) ?? [];
	const index = ['PH', 'SH'].includes(name) ? 7 + ['PH', 'SH'].indexOf(name) : weekdays.indexOf(name);
	const said = translate(`time.day-${index}` as TextKey).toLocaleLowerCase('fr');
	return rank ? translate('time.day-of-month', { ranks: sayRank(rank), day: said }) : said;
}

const saySeason = (text: string): string =>
	list(
		text.split(',').map((range) => {
			const [from = '', to] = range.split('-');
			return to
				? translate('time.month-to-month', { from: sayMonth(from), to: sayMonth(to) })
				: sayMonth(from);
		}),
	);
const sayMonth = (name: string): string =>
	monthName.format(new Date(Date.UTC(2026, months.indexOf(name), 1)));

const inWords = new Intl.ListFormat('fr-FR', { type: 'conjunction' });
const list = (items: readonly string[]): string => inWords.format(items);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
