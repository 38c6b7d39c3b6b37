import type { Level } from './agreement.ts';

/** One agreement that holds, as the database tells it. */
export interface HeldAgreement {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly level: Level;
	readonly domains: readonly string[];
	/** A referral opens what it carries, and nothing else of the pathway. */
	readonly byReferral: boolean;
	readonly endsAt: Date;
}

/** What one organisation reads, and until when at the latest. */
export interface Reader {
	readonly organisationId: string;
	readonly name: string;
	/** The widest level of the pathway that it reads; null when it only reads a referral, or subjects. */
	readonly level: 1 | 2 | 3 | 4 | null;
	readonly referral: boolean;
	/** Sensitive subjects, each agreed upon apart. */
	readonly subjects: readonly string[];
	readonly endsAt: Date;
}

/** The organisations that read something, one line each, those who read most first. */
export function readersOf(agreements: readonly HeldAgreement[]): readonly Reader[] {
	const byOrganisation = Map.groupBy(agreements, ({ organisationId }) => organisationId);
	return [...byOrganisation.values()].map(readerOf).sort(widestFirst);
}

function readerOf(agreements: readonly HeldAgreement[]): Reader {
	const [first] = agreements as readonly [HeldAgreement, ...HeldAgreement[]];
	const ordinary = agreements.filter(({ byReferral }) => !byReferral);
	return {
		organisationId: first.organisationId,
		name: first.organisationName,
		level: ([4, 3, 2, 1] as const).find((wide) => ordinary.some(({ level }) => level === wide)) ?? null,
		referral: agreements.some(({ byReferral }) => byReferral),
		subjects: [...new Set(agreements.flatMap(({ level, domains }) => (level === 5 ? domains : [])))].sort(),
		endsAt: new Date(Math.max(...agreements.map(({ endsAt }) => endsAt.getTime()))),
	};
}

const widestFirst = (a: Reader, b: Reader): number =>
	(b.level ?? 0) - (a.level ?? 0) || a.name.localeCompare(b.name, 'fr');
