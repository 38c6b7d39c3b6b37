import {
	directionOf,
	type SheetLabels,
	type SheetLanguage,
	sheetLabels,
	sheetLanguages,
} from '#lib/texts/sheet.ts';
import { isReadable } from '#lib/time/opening-hours.ts';
import { closuresOfBoth } from '../closure.ts';
import { shownPhone } from '../phone.ts';
import type { KnownService } from '../server/services.ts';
import { addressLines, webLink } from '../shown-place.ts';
import { summaryOf } from '../summary.ts';
import { closureIn, type SheetDay, weekIn } from './sheet-hours.ts';
import type { ShownLabel } from './sheet-label.ts';

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
	/** Closed today, until when; null when it is not. */
	readonly closure: ShownLabel | null;
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

const french = sheetLabels('fr');

export function showSheet(services: readonly KnownService[], language: SheetLanguage, at: Date): ShownSheet {
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
		services: services.map((service) => showOne(service, language, labels, at)),
		offered: sheetLanguages.map((value) => ({ value, label: ownName(value) })),
	};
}

function showOne(
	service: KnownService,
	language: SheetLanguage,
	labels: ShownSheet['labels'],
	at: Date,
): SheetService {
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
		closure: closureIn(closuresOfBoth(service), language, at),
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
