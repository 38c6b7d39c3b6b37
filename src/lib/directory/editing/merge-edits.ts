/** What becomes of an edit when somebody else changed the entry after the form was drawn. */
export interface Merged {
	/** What to write. */
	readonly changed: Readonly<Record<string, unknown>>;
	/** Fields that both changed, each in her way: nothing is written before she has chosen. */
	readonly conflicts: readonly string[];
}

/**
 * Three versions: as `drawn`, as `typed`, as it is `now`. What she did not touch stays as it is now; what she alone
 * touched is hers; what both changed to the same is no conflict.
 */
export function mergeEdits(
	fields: readonly string[],
	drawn: Readonly<Record<string, unknown>>,
	typed: Readonly<Record<string, unknown>>,
	now: Readonly<Record<string, unknown>>,
): Merged {
	const touched = fields.filter((field) => !sameValue(typed[field], drawn[field]));
	const wanted = touched.filter((field) => !sameValue(typed[field], now[field]));
	return {
		changed: Object.fromEntries(wanted.map((field) => [field, typed[field]])),
		conflicts: wanted.filter((field) => !sameValue(drawn[field], now[field])),
	};
}

/** Equal as JSON; sets of texts are compared without their order, objects without that of their members. */
export const sameValue = (a: unknown, b: unknown): boolean =>
	JSON.stringify(inOrder(a ?? null)) === JSON.stringify(inOrder(b ?? null));

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.map(inOrder);
		return items.every((item) => typeof item === 'string') ? items.toSorted() : items;
	}
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
