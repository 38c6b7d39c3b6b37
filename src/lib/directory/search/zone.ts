import type { Near } from './query.ts';

const france = new Set(['france', '99100']);

/**
 * Whether a zone of eligibility (data·inclusion: communes, départements, EPCI, countries, `france`) takes in the
 * searcher: `true`, `false`, or undefined when the codes known of the searcher cannot tell. No zone takes in all.
 */
export function covers(zone: readonly string[], near: Near): boolean | undefined {
	if (zone.length === 0 || zone.some((code) => france.has(code))) return true;
	const department = near.departmentCode ?? (near.communeCode && departmentOf(near.communeCode));
	const known = [near.communeCode, department, near.epciCode];
	if (zone.some((code) => known.includes(code))) return true;
	return zone.every((code) => canJudge(code, near, department)) ? false : undefined;
}

/** Whether the code is of a kind that is known of the searcher, so that being different means being outside. */
function canJudge(code: string, near: Near, department: string | undefined): boolean {
	if (/^\d{9}$/.test(code)) return near.epciCode !== undefined;
	if (/^\w{5}$/.test(code)) return near.communeCode !== undefined || code.startsWith('99');
	return department !== undefined;
}

/** Two characters of a commune's code name its département; three overseas. */
export const departmentOf = (communeCode: string): string =>
	communeCode.slice(0, /^9[78]/.test(communeCode) ? 3 : 2);

/** Distinct zones of the directory, and the one of each document. */
export interface Zones {
	readonly zoneOf: Uint32Array;
	readonly zones: readonly (readonly string[])[];
}

export function gatherZones(entries: readonly { readonly zone: readonly string[] }[]): Zones {
	const ids = new Map<string, number>();
	const zones: (readonly string[])[] = [];
	const zoneOf = Uint32Array.from(entries, ({ zone }) => {
		const key = zone.join();
		if (!ids.has(key)) ids.set(key, zones.push(zone) - 1);
		return ids.get(key)!;
	});
	return { zoneOf, zones };
}

const answers = [undefined, true, false] as const;
const notAsked = answers.length;

/** Answers `covers` for documents, asking once for each distinct zone met. */
export function createZoneJudge({ zoneOf, zones }: Zones, near: Near): (doc: number) => boolean | undefined {
	const codes = new Uint8Array(zones.length).fill(notAsked);
	return (doc) => {
		const zone = zoneOf[doc]!;
		if (codes[zone] === notAsked) codes[zone] = answers.indexOf(covers(zones[zone]!, near));
		return answers[codes[zone]!];
	};
}

/** Whether a zone names places within France, rather than nothing or the whole country. */
export const isLocal = (zone: readonly string[]) => zone.length > 0 && !zone.some((code) => france.has(code));
