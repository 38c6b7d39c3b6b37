import { type SheetLanguage, sheetLabels } from '#lib/texts/sheet.ts';
import { type HourWords, weekTable } from '#lib/time/week-table.ts';
import { closureOn, parisDay, reopeningAfter } from '../closure.ts';
import type { Closure } from '../organisation.ts';
import type { ShownLabel } from './sheet-label.ts';

export interface SheetDay {
	readonly day: ShownLabel;
	readonly spans: string;
}

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;
const french = sheetLabels('fr');

/** Digits, clocks and years as on French doors: 0 to 9, 24 hours, our calendar. */
const localeOf = (language: SheetLanguage): string =>
	`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;

/** A week said in a language; empty when it is no plain week. */
export function weekIn(hours: string, language: SheetLanguage): SheetDay[] {
	const told = sheetLabels(language);
	const time = new Intl.DateTimeFormat(localeOf(language), {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone: 'UTC',
	});
	const words: HourWords = {
		clock: (minutes) => time.format(minutes * 60_000),
		allDay: () => told.allDay,
		from: (start) => told.from.replace('{time}', start),
	};
	return (weekTable(hours, words) ?? []).map(({ day, spans }) => ({
		day: dayLabel(day, language),
		spans: spans.length > 0 ? spans.join(', ') : told.closed,
	}));
}

/** 0 is Monday, 7 public holidays, 8 school holidays, as `weekTable` counts. */
function dayLabel(day: number, language: SheetLanguage): ShownLabel {
	const holidays = (['publicHolidays', 'schoolHolidays'] as const)[day - 7];
	const text = holidays ? sheetLabels(language)[holidays] : dayName(day, localeOf(language));
	if (language === 'fr') return { text, french: null };
	return { text, french: holidays ? french[holidays] : dayName(day, 'fr') };
}

const dayName = (day: number, locale: string): string =>
	new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(monday + day * dayMs);

/** Why it is closed today, and until when; null when it is not. */
export function closureIn(
	closures: readonly Closure[],
	language: SheetLanguage,
	at: Date,
): ShownLabel | null {
	const today = parisDay(at);
	if (!closureOn(closures, today)) return null;
	const again = reopeningAfter(closures, today);
	return {
		text: sayClosed(again, language),
		french: language === 'fr' ? null : sayClosed(again, 'fr'),
	};
}

function sayClosed(again: string | null, language: SheetLanguage): string {
	const { closed, reopens } = sheetLabels(language);
	if (again === null) return closed;
	const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
	return reopens.replace('{date}', date.format(Date.parse(`${again}T12:00:00Z`)));
}
