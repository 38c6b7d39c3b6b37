import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { listTerritories } from '#lib/territory/server/find-territories.ts';
import type { Territory } from '#lib/territory/territory.ts';
import { recent } from '#lib/time/recent.ts';
import { type ListedEntry, rowAt } from '../../search/rows.ts';
import type { SearchIndex } from '../../search/search.ts';
import { departmentOf } from '../../search/zone.ts';
import { type WrittenList, writeList } from '../list-page.ts';

/** Lists of the last editions asked for: two megabytes each at most. */
const written = recent<WrittenList>(4);

/** The départements where the directory knows a place, by name. */
export async function coveredDepartments(act: Act): Promise<Territory[]> {
	const { index } = await liveIndex().current();
	const covered = new Set([...index.layout.communes.keys()].map(departmentOf));
	return (await listTerritories(act, 'department')).filter(({ code }) => covered.has(code));
}

/**
 * The list of a département in the edition in force, written once an edition.
 * @throws Refusal 404 when the directory knows no place there
 */
export async function departmentList(
	act: Act,
	code: string,
): Promise<{ department: Territory; list: WrittenList }> {
	const department = (await coveredDepartments(act)).find((each) => each.code === code);
	if (!department) throw new Refusal(404, 'own-offline.unknown');
	const { index, version } = await liveIndex().current();
	const key = `${version} ${code}`;
	const list = written.get(key) ?? writeList(entriesOf(index, code));
	written.set(key, list);
	return { department, list };
}

/** The places of its communes, and what is given in all of it without being in one. */
export function entriesOf({ layout, zones }: SearchIndex, code: string): ListedEntry[] {
	const inside = new Set(
		[...layout.communes].flatMap(([commune, rank]) => (departmentOf(commune) === code ? [rank] : [])),
	);
	const isThere = (doc: number): boolean => {
		const commune = layout.communeOf[doc]!;
		return commune >= 0 ? inside.has(commune) : (zones.zones[zones.zoneOf[doc]!]?.includes(code) ?? false);
	};
	return Array.from({ length: layout.count }, (_, doc) => doc)
		.filter(isThere)
		.map((doc) => rowAt(layout.rows, doc));
}
