import fc from 'fast-check';
import { type Level, levels } from '../person/agreement.ts';
import { ordinaryDomains, subjects } from '../person/domain.ts';

/** What happens to what a person shares with three organisations: granted, narrowed, stopped, waited for, forced open. */
export type Move =
	| { kind: 'grant'; to: number; level: Level; names: readonly string[]; days: number }
	| { kind: 'stop'; which: number; by: number }
	| { kind: 'without'; which: number; by: number; name: string }
	| { kind: 'only'; which: number; by: number; level: 1 | 2 | 3 }
	| { kind: 'stop-all'; by: number }
	| { kind: 'wait'; days: number }
	| { kind: 'emergency'; by: number };

const one = fc.nat({ max: 2 });
const which = fc.nat({ max: 5 });
const days = fc.integer({ min: 1, max: 300 });
const names = fc.uniqueArray(fc.constantFrom(...ordinaryDomains), { minLength: 1, maxLength: 3 });
const ofLevel = (level: Level): fc.Arbitrary<readonly string[]> => {
	if (level === 4) return names;
	return level === 5 ? fc.constantFrom(...subjects).map((name) => [name]) : fc.constant([]);
};
const grant = fc.constantFrom(...levels).chain((level) =>
	fc.record({
		kind: fc.constant('grant' as const),
		level: fc.constant(level),
		names: ofLevel(level),
		to: one,
		days,
	}),
);
const stop = fc.record({ kind: fc.constant('stop' as const), which, by: one });
const without = fc.record({
	...{ kind: fc.constant('without' as const), which, by: one },
	name: fc.constantFrom(...ordinaryDomains),
});
const only = fc.record({
	...{ kind: fc.constant('only' as const), which, by: one },
	level: fc.constantFrom(1 as const, 2 as const, 3 as const),
});

export const anyMove: fc.Arbitrary<Move> = fc.oneof(
	{ weight: 5, arbitrary: grant },
	{ weight: 2, arbitrary: stop },
	{ weight: 2, arbitrary: without },
	{ weight: 2, arbitrary: only },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('stop-all' as const), by: one }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.nat({ max: 60 }) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('emergency' as const), by: one }) },
);

/** An agreement as the reference keeps it: to whom, what, from when to when (milliseconds). */
export interface Kept {
	readonly id: string;
	readonly to: number;
	readonly level: Level;
	readonly names: readonly string[];
	readonly from: number;
	until: number;
}

const withSteps = ['identity', 'appointment', 'note shared', 'step'];

/** The requirement, read slowly, one agreement after the other: what an organisation reads of a filled file. */
export function readsSlowly(kept: readonly Kept[], to: number, at: number, emergencyUntil: number): string[] {
	const read = new Set<string>(at < emergencyUntil ? withSteps : []);
	for (const agreement of kept.filter((one) => one.to === to && one.from <= at && at < one.until)) {
		if (agreement.level <= 2) read.add('identity');
		if (agreement.level === 3 || agreement.level === 4) for (const thing of withSteps) read.add(thing);
		for (const name of agreement.names) read.add(name);
	}
	return inFile([...read]);
}

const told = new Set<string>([...withSteps, ...ordinaryDomains, 'health', 'children']);

/** What is told in the filled file, in the words of agreements; her log and timeline are proved elsewhere. */
export const inFile = (seen: readonly string[]): string[] =>
	[...new Set(seen.map((thing) => (thing === 'family' ? 'children' : thing)))]
		.filter((thing) => told.has(thing))
		.sort();

/** What is left of names and level after a part is stopped; null when it is no part. */
export function leftSlowly({ level, names: named }: Kept, move: Move): Pick<Kept, 'level' | 'names'> | null {
	if (move.kind === 'only') return level <= 4 && move.level < level ? { level: move.level, names: [] } : null;
	if (move.kind !== 'without' || !named.includes(move.name) || named.length === 1) return null;
	return { level, names: named.filter((name) => name !== move.name) };
}
