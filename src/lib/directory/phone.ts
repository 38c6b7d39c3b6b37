/** A telephone number as it is read in France: « 03 53 01 01 44 »; anything else as its source wrote it. */
export function shownPhone(phone: string): string {
	const digits = phone.replace(/[\s.\-()]/g, '');
	const national = digits.replace(/^(?:\+|00)33(?:0)?(?=\d{9}$)/, '0');
	if (/^0\d{9}$/.test(national)) return national.replace(/(\d{2})(?=\d)/g, '$1\u00a0');
	return phone.trim();
}

/** Without spaces, for `tel:`. */
export const dialled = (phone: string): string => phone.replace(/[^+\d]/g, '');
