import type { Act } from '#lib/server/act.ts';
import type { Commune } from '#lib/territory/commune.ts';
import { resolveCommune } from '#lib/territory/resolve.ts';
import { searchName } from '#lib/territory/search-name.ts';
import { loadCommunes } from '#lib/territory/server/communes.ts';

/** Every commune in memory, for imports that ask for one at each line. */
export interface Gazetteer {
	readonly find: (code: string) => Commune | undefined;
	/** The commune of today, if the code leads to one. */
	readonly resolve: (code: string) => string | null;
	/** The code of the only commune of that postcode and name; of that postcode, when it has one commune. */
	readonly byPostcode: (postcode: string, name: string | null) => string | null;
}

export async function openGazetteer(act: Act): Promise<Gazetteer> {
	const communes = await loadCommunes(act);
	const postcodes = new Map<string, Commune[]>();
	for (const commune of communes.values())
		for (const postcode of commune.postcodes)
			postcodes.set(postcode, [...(postcodes.get(postcode) ?? []), commune]);
	const find = (code: string) => communes.get(code);
	return {
		find,
		resolve: (code) => resolveCommune(code, (from) => find(from)?.currentCode),
		byPostcode: (postcode, name) => {
			const here = postcodes.get(postcode) ?? [];
			const wanted = searchName(name ?? '');
			const named = here.filter((commune) => searchName(commune.name) === wanted);
			const today = named.length > 0 ? named : here.filter(({ kind }) => kind === 'commune');
			return today.length === 1 || named.length > 0 ? today[0]!.code : null;
		},
	};
}
