import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Level } from '../evaluate.ts';
import type { RuleId } from '../rule.ts';
import { type Section, sections } from '../today/today.ts';

/** The most silences that a mail tells one by one; the page tells the others. */
export const mostTold = 20;

/** A silence as a mail tells it: a rule and two addresses, nothing about anybody. */
export interface ToldAlert {
	readonly rule: RuleId;
	readonly level: Level;
	readonly fresh: boolean;
	/** Where it is read, signed in. */
	readonly open: string;
	/** The button that puts it off. */
	readonly later: string;
}

/** Somebody, without a word about her, and the day since when. */
export interface ToldPerson {
	/** YYYY-MM-DD */
	readonly since: string;
	readonly alerts: readonly ToldAlert[];
}

export interface ToldDay {
	readonly day: string;
	readonly counts: Readonly<Record<Section, number>>;
	readonly fresh: number;
	readonly people: readonly ToldPerson[];
	/** Silences that are not told one by one. */
	readonly more: number;
	readonly origin: string;
}

interface Letter {
	readonly subject: string;
	readonly text: string;
}

/** The mail of the day: how many of each kind, then the silences, line by line. */
export const sayDigest = ({ day, counts, fresh, people, more, origin }: ToldDay): Letter => ({
	subject: translate('digest.mail-subject', { count: fresh }),
	text: paragraphs([
		translate('digest.mail-hello', { date: frenchDate(day) }),
		sections
			.filter((section) => counts[section] > 0)
			.map((section) => `- ${translate(`digest.count-${section}`, { count: counts[section] })}`)
			.join('\n'),
		...sayPeople(people),
		more > 0 && translate('digest.mail-more', { count: more }),
		translate('digest.mail-day', { link: `${origin}/aujourdhui` }),
		signature(origin),
	]),
});

/** The mail of what does not wait until the next morning. */
export const sayUrgent = (people: readonly ToldPerson[], origin: string): Letter => ({
	subject: translate('digest.urgent-subject', {
		count: people.reduce((sum, { alerts }) => sum + alerts.length, 0),
	}),
	text: paragraphs([translate('digest.urgent-hello'), ...sayPeople(people), signature(origin)]),
});

const paragraphs = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join('\n\n');

const signature = (origin: string): string =>
	translate('digest.mail-end', { link: `${origin}/compte/courriels-du-jour` });

const sayPeople = (people: readonly ToldPerson[]): string[] =>
	people.map(({ since, alerts }, index) =>
		[
			translate('digest.mail-person', { number: index + 1, date: frenchDate(since) }),
			...alerts.map(sayLine),
		].join('\n'),
	);

const sayLine = ({ rule, level, fresh, open, later }: ToldAlert): string =>
	[
		translate('digest.mail-line', { level, fresh: fresh ? 'yes' : 'no', sentence: sayRule(rule) }),
		translate('digest.mail-open', { link: open }),
		translate('digest.mail-later', { link: later }),
	].join('\n');

/** What a rule saw, in a sentence without any name, need, date or place. */
export const sayRule = (rule: RuleId): string => translate(`digest.${ruleKey(rule)}`);

const ruleKey = (rule: RuleId) => rule.toLowerCase() as Lowercase<RuleId>;
