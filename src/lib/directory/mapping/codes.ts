/** « 1000 » or 1000 for 01000: spreadsheets drop the first zero. Undefined when it is not five digits then. */
export function postcodeIn(text: string): string | undefined {
	const [, digits] = /(?:^|\D)(\d{2}\s?\d{3}|\d{4})(?:\.0)?(?!\d)/.exec(text.slice(0, 200)) ?? [];
	return digits?.replace(/\s/g, '').padStart(5, '0');
}

/** INSEE's code of a commune, its first zero put back: « 1033 », « 2a004 ». */
export function inseeCodeIn(text: string): string | undefined {
	const code = text.trim().replace(/\.0$/, '').toUpperCase().padStart(5, '0');
	return /^(?:\d{5}|2[AB]\d{3})$/.test(code) ? code : undefined;
}

/** Code of a département: « 1 », « 2a », « 974 », « Ain (01) », or that of a postcode. */
export function departmentIn(text: string): string | undefined {
	const told = text.trim().toUpperCase().replace(/\.0$/, '');
	if (/^\d$/.test(told)) return `0${told}`;
	if (/^(?:\d{2}|2[AB]|97\d|98[678])$/.test(told)) return told;
	if (/^(?:\d{5}|2[AB]\d{3})$/.test(told)) return /^9[78]/.test(told) ? told.slice(0, 3) : told.slice(0, 2);
	const [, within] = /(?:^|\D)(\d{2}|2[AB]|97\d|98[678])(?:\D|$)/.exec(told) ?? [];
	return within;
}

/** Fourteen digits, whatever parts them. */
export function siretIn(text: string): string | undefined {
	if (/\dE\+?\d/i.test(text)) return undefined;
	const digits = text.replace(/\.0$/, '').replace(/\D/g, '');
	const whole = digits.length === 13 ? `0${digits}` : digits;
	return /^\d{14}$/.test(whole) && !/^0+$/.test(whole) ? whole : undefined;
}

const postcodeAndTown = /[\s,;-]*\b\d{2}\s?\d{3}\b[\s,]*([^\d,;]*)/;

/** « 12 rue Pasteur, 62300 Lens » without its postcode and its town. */
export const streetIn = (text: string): string => (text.split(postcodeAndTown, 1)[0] ?? '').trim();

/** The town that follows a postcode in an address: Lens in « 12 rue Pasteur, 62300 Lens ». */
export const townIn = (text: string): string => (postcodeAndTown.exec(text)?.[1] ?? '').trim();
