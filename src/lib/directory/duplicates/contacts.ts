/** A telephone number as it is dialled in France; null when there is none. */
export function phoneKey(phone: string | null): string | null {
	const digits = (phone ?? '').replace(/[^\d+]/g, '');
	const national = digits.replace(/^(?:\+|00)33(?:0)?(?=\d{9}$)/, '0').replace(/^(?=[1-9]\d{8}$)/, '0');
	return national.length >= 4 ? national : null;
}

export const emailKey = (email: string | null): string | null => email?.trim().toLowerCase() || null;

/** A page's address without what does not tell it from another: protocol, `www`, last slash, what follows `?` or `#`. */
export function siteKey(site: string | null): string | null {
	const bare = (site ?? '')
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '');
	return bare.includes('.') ? bare : null;
}
