import type { Formatters } from 'intl-messageformat';

/**
 * What sentences format numbers, dates and plurals with, each made once. The library's own memory writes its arguments
 * as JSON at each sentence: ten times slower than these.
 */
export function formattersIn(locale: string): Formatters {
	const numbers = new Intl.NumberFormat(locale);
	const rules = {
		cardinal: new Intl.PluralRules(locale),
		ordinal: new Intl.PluralRules(locale, { type: 'ordinal' }),
	};
	const styled = new Map<string, Intl.NumberFormat>();
	const dates = new Map<string, Intl.DateTimeFormat>();
	return {
		getNumberFormat: (_, style) =>
			style === undefined ? numbers : once(styled, style, () => new Intl.NumberFormat(locale, style)),
		getDateTimeFormat: (_, style) => once(dates, style, () => new Intl.DateTimeFormat(locale, style)),
		getPluralRules: (_, style) => rules[style?.type ?? 'cardinal'],
	};
}

export const formatters = formattersIn('fr');

function once<Format>(known: Map<string, Format>, style: object | undefined, make: () => Format): Format {
	const key = JSON.stringify(style);
	const format = known.get(key) ?? make();
	known.set(key, format);
	return format;
}
