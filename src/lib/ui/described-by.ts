/** The ids of the hint and the error of a field, for `aria-describedby`; nothing when there is neither. */
export function describedBy(
	id: string,
	hint: string | undefined,
	error: string | undefined,
): string | undefined {
	const ids = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
