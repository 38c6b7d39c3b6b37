/**
 * The commune of today behind an INSEE code: arrondissements, delegated, associated and merged communes are followed,
 * step after step, to the commune that replaced them. `nextOf` gives the code that stands for another, itself for a
 * commune of today. Null when the code, or the end of its chain, is unknown.
 */
export function resolveCommune(code: string, nextOf: (code: string) => string | undefined): string | null {
	const seen = new Set<string>();
	let reached = code;
	for (;;) {
		const next = nextOf(reached);
		if (next === undefined || seen.has(reached)) return null;
		if (next === reached) return reached;
		seen.add(reached);
		reached = next;
	}
}
