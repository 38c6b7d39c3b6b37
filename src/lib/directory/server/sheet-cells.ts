/** Formats of numbers that spreadsheets have from birth and that show a date or a time. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Whether a format of numbers shows a date or a time: it has letters of dates outside its quotes and brackets. */
export const isDateFormat = (id: number, code: string | undefined): boolean =>
	builtInDates.has(id) ||
	(code !== undefined && /[dmyhs]/i.test(code.slice(0, 500).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')));

const day = 86_400_000;
const epoch1900 = -2_209_161_600_000; // 30 December 1899, for 1900 is held for a leap year
const epoch1904 = -2_082_844_800_000;

/** A serial number as a date, a time or both: `2026-10-01`, `09:30`, `2026-10-01T09:30`. */
export function dateOfSerial(serial: number, from1904: boolean): string {
	const time = (from1904 ? epoch1904 : epoch1900) + Math.round(serial * 86_400) * 1000;
	if (!Number.isFinite(time) || serial < 0 || serial > 2_958_466) return String(serial);
	const written = new Date(time).toISOString();
	if (serial < 1) return written.slice(11, 16);
	return time % day === 0 ? written.slice(0, 10) : written.slice(0, 16);
}

/** A number as people read it: `612345678` for `6.12345678E8`. */
export function plainNumber(text: string): string {
	const number = Number(text);
	return Number.isFinite(number) && text !== '' ? String(number) : text;
}

/** The rank of a column from a cell's name: 0 for `A1`, 27 for `AB12`; undefined when it tells none. */
export function columnRank(reference: string | undefined): number | undefined {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
	if (!letters) return undefined;
	return [...letters].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
