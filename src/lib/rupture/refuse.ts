import type { TextKey } from '#lib/texts/catalogue.ts';
import { calendarOf, dayNumber } from './calendar.ts';
import type { Fact } from './facts.ts';

/** Days that a fact tells as past: an exchange, a try, a check. What is planned may be to come. */
const pastKinds: readonly Fact['kind'][] = [
	'contact',
	'attempt',
	'outcome-noted',
	'outcome-checked',
	'registered',
];

/** Why a fact told by another program is not kept: it did not happen yet. */
export function factRefusedBecause(fact: Fact, now: number): TextKey | undefined {
	if (fact.at > now) return 'rupture.fact-in-future';
	const today = calendarOf('75').dayOf(now);
	if (pastKinds.includes(fact.kind) && 'day' in fact && dayNumber(fact.day) > today)
		return 'rupture.fact-in-future';
	return undefined;
}
