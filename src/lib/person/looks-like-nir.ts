/** Groups of a French social security number (NIR): sex, year, month, department, commune, order, then its key. */
const month = '(?:0[1-9]|1[0-2]|[2-9]\\d)';
const department = '(?:\\d\\d|2[AB])';
const between = '[ .\\u00a0\\u202f-]?';
const grouped = new RegExp(
	`(?<![0-9A-Z])(?<![0-9][ .-])[1-478]${between}\\d\\d${between}${month}${between}${department}${between}\\d{3}${between}\\d{3}(?:${between}\\d\\d)?(?![0-9A-Z])(?!${between}\\d)`,
	'i',
);
const run = /[0-9](?:[0-9AB .\u00a0\u202f-]*[0-9])?/gi;
const whole = new RegExp(`^[1-478]\\d\\d${month}${department}\\d{6}(?:\\d\\d)?$`, 'i');

/**
 * Whether a text holds what looks like a social security number, with or without its key, whatever its spaces: it is
 * written nowhere in this software. A mistyped key is still somebody's number, so the key is not looked at.
 * Source: INSEE, « Numéro d'inscription au répertoire (NIR) »: 13 signs then a key of 2; months above 12 and first
 * figures 3, 4, 7 and 8 are given to people whose birth is not yet certified.
 */
export function looksLikeNir(text: string): boolean {
	if (grouped.test(text)) return true;
	return (text.match(run) ?? []).some((signs) => whole.test(signs.replace(/[^0-9AB]/gi, '')));
}
