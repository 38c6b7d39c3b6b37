/** How many codes a sheet holds: enough for a lost telephone, and for the next one. */
export const sheetSize = 10;
const digits = 12;

/** Twelve digits drawn at random (40 bits), ten times, all different; digits are read aloud and typed on any keyboard. */
export function newRecoveryCodes(below: (limit: number) => number): string[] {
	const codes = new Set<string>();
	while (codes.size < sheetSize) codes.add(String(below(10 ** digits)).padStart(digits, '0'));
	return [...codes];
}

/** A code without its spaces; the six digits of a telephone are another kind. */
export const isRecoveryCode = (plain: string): boolean => /^\d{12}$/.test(plain);

/** « 0123 4567 8901 » */
export const shownRecoveryCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
