import {
	directionOf,
	type SheetLabels,
	type SheetLanguage,
	sheetLabels,
	sheetLanguages,
} from '#lib/texts/sheet.ts';
import { isReadable } from '#lib/time/opening-hours.ts';
import { type HourWords, weekTable } from '#lib/time/week-table.ts';
import { shownPhone } from '../phone.ts';
import type { KnownService } from '../server/services.ts';
import { addressLines, webLink } from '../shown-place.ts';
import { summaryOf } from '../summary.ts';

/** A label in the person's language, French beside it; `french` is null on a French sheet. */
export interface ShownLabel {
	readonly text: string;
	readonly french: string | null;
}
export interface SheetDay {
	readonly day: ShownLabel;
	readonly spans: string;
}

/** A service as a sheet tells it. */
export interface SheetService {
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	readonly summary: string;
	readonly address: readonly string[];
	/** Why there is no address: it is asked for, or nobody goes there. */
	readonly addressNote: ShownLabel | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly website: string | null;
	readonly week: readonly SheetDay[];
	/** Hours that are no plain week, as their source wrote them. */
	readonly rawHours: string | null;
	readonly price: ShownLabel | null;
	readonly languages: string | null;
	readonly fictional: boolean;
}

/** A sheet to print, in two languages. */
export interface ShownSheet {
	readonly language: SheetLanguage;
	readonly direction: 'rtl' | 'ltr';
	readonly labels: Readonly<Record<keyof SheetLabels, ShownLabel>>;
	readonly services: readonly SheetService[];
	/** The languages offered, each by its own name and by its French one. */
	readonly offered: readonly { readonly value: string; readonly label: string }[];
}

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;
const french = sheetLabels('fr');

/** Digits and clocks as on French doors: 0 to 9, 24 hours. */
const localeOf = (language: SheetLanguage): string => `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;

export function showSheet(services: readonly KnownService[], language: SheetLanguage): ShownSheet {
	const told = sheetLabels(language);
	const label = (key: keyof SheetLabels): ShownLabel => ({
		text: told[key],
		french: language === 'fr' ? null : french[key],
	});
	const keys = Object.keys(french) as (keyof SheetLabels)[];
	const labels = Object.fromEntries(keys.map((key) => [key, label(key)])) as ShownSheet['labels'];
	return {
		language,
		direction: directionOf(language),
		labels,
		services: services.map((service) => showOne(service, language, labels)),
		offered: sheetLanguages.map((value) => ({ value, label: ownName(value) })),
	};
}

function showOne(service: KnownService, language: SheetLanguage, labels: ShownSheet['labels']): SheetService {
	const { organisation, place, contactPrivate, confidential } = service;
	const address = confidential ? [] : addressLines(place);
	const hours = service.openingHours ?? organisation.openingHours;
	const week = hours && isReadable(hours) ? weekIn(hours, language) : [];
	return {
		id: service.id,
		name: service.name,
		organisation: organisation.name,
		summary: summaryOf(service.description),
		address,
		addressNote:
			address.length > 0
				? null
				: service.welcomeModes.includes('on-site') || confidential
					? labels.askAddress
					: labels.remote,
		phone: phoneOf(service),
		email: service.email ?? (contactPrivate ? null : organisation.email),
		website: webLink(organisation.website),
		week,
		rawHours: week.length === 0 ? hours : null,
		price: service.fee === null ? null : labels[service.fee],
		languages: service.languages.length > 0 ? namesOf(service.languages, language) : null,
		fictional: service.fictional,
	};
}

function phoneOf({ phone, organisation, contactPrivate }: KnownService): string | null {
	const known = phone ?? (contactPrivate ? null : organisation.phone);
	return known && shownPhone(known);
}

/** A week said in a language; empty when it is no plain week. */
function weekIn(hours: string, language: SheetLanguage): SheetDay[] {
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

const namesOf = (codes: readonly string[], language: SheetLanguage): string =>
	codes
		.map((code) => (code === 'fsl' ? sheetLabels(language).signLanguage : nameIn(code, language)))
		.join(', ');

function nameIn(code: string, locale: string): string {
	try {
		return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
	} catch {
		return code;
	}
}

const ownName = (language: SheetLanguage): string =>
	language === 'fr' ? nameIn('fr', 'fr') : `${nameIn(language, language)} (${nameIn(language, 'fr')})`;
