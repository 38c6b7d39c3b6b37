import { type Domain, domains, subjectOf } from '#lib/person/domain.ts';

/** Five levels a domain, told in her words; they are places on a line, never added up. */
export const gridLevels = [1, 2, 3, 4, 5] as const;
export type GridLevel = (typeof gridLevels)[number];

export const skips = ['not-discussed', 'does-not-wish'] as const;
export type Skip = (typeof skips)[number];

export const voices = ['person', 'worker'] as const;
export type Voice = (typeof voices)[number];

/** Each on one's own, the two of them, or on paper typed later. */
export const manners = ['alone', 'together', 'paper'] as const;
export type Manner = (typeof manners)[number];

/** What was said of a domain: a level, or why there is none. */
export interface Answer {
	readonly domain: Domain;
	readonly level: GridLevel | null;
	readonly skipped: Skip | null;
	readonly herGoal: boolean;
	readonly words: string | null;
}

/** The domains that somebody may read and fill in, in the grid's order, from the subjects open to her. */
export const openDomains = (subjects: readonly string[]): readonly Domain[] =>
	domains.filter((domain) => subjects.includes(subjectOf(domain)));

export const isDomain = (text: string | null): text is Domain => domains.some((each) => each === text);

/** The domain after this one among those that are asked; none after the last. */
export const domainAfter = (asked: readonly Domain[], domain: Domain): Domain | undefined =>
	asked[asked.indexOf(domain) + 1];

/** Which fields of a form speak of a domain: its level or skip, her goal, her words. */
export const fieldsFor = (domain: Domain) => [domain, `${domain}-goal`, `${domain}-words`] as const;

/** What a form says of the domains asked; a domain left blank is not answered. */
export function readAnswers(
	fields: Readonly<Record<string, string | undefined>>,
	asked: readonly Domain[],
): readonly Answer[] {
	return asked.flatMap((domain) => {
		const [choice, goal, words] = fieldsFor(domain).map((name) => fields[name]?.trim() ?? '');
		const level = gridLevels.find((each) => String(each) === choice) ?? null;
		const skipped = skips.find((each) => each === choice) ?? null;
		if (level === null && skipped === null) return [];
		return [{ domain, level, skipped, herGoal: goal === 'true', words: words || null }];
	});
}

/** How two views of one domain stand: the same, the first above or below the second, or not both told. */
export type Difference = 'same' | 'above' | 'below' | 'unknown';

export function differenceOf(one: Answer | undefined, other: Answer | undefined): Difference {
	if (!one?.level || !other?.level) return 'unknown';
	if (one.level === other.level) return 'same';
	return one.level > other.level ? 'above' : 'below';
}

export interface Compared {
	readonly domain: Domain;
	readonly one: Answer | undefined;
	readonly other: Answer | undefined;
	readonly difference: Difference;
}

/** Two assessments, domain by domain: the person's beside the worker's, or now beside before. */
export const compare = (
	one: readonly Answer[],
	other: readonly Answer[],
	asked: readonly Domain[],
): readonly Compared[] =>
	asked.map((domain) => {
		const [first, second] = [one, other].map((answers) => answers.find((each) => each.domain === domain));
		return { domain, one: first, other: second, difference: differenceOf(first, second) };
	});
