import { isTextKey, translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import { eventsPerPage } from './page-of.ts';
import { pathwayStateOf } from './pathway.ts';
import { saysEvent } from './say-event.ts';
import type { Summary } from './server/summary.ts';
import type { TimelineEvent } from './server/timeline.ts';
import type { NextStep } from './steps/server/next-step.ts';
import { isLate } from './steps/step.ts';

/** A pathway's summary in the reader's words. */
export function showSummary({ pathway, contact, nextStep, goals, events, total }: Summary, at: Date) {
	return {
		pathway: {
			...pathway,
			told: saysState(pathway),
			why: saysWhy(pathway),
			lead: translate('pathway.lead-of', {
				name: pathway.leadName,
				organisation: pathway.leadOrganisationName,
			}),
		},
		contact,
		nextStep: nextStep && showStep(nextStep, dayOf(at)),
		goals: goals.map((goal) => ({ ...goal, domain: domainName(goal.domain) })),
		events: events.map(showEvent),
		total,
		pages: Math.ceil(total / eventsPerPage),
	};
}

function saysState({ state, reviewOn, closedAt, checkOn }: Summary['pathway']): string | undefined {
	const known = pathwayStateOf(state);
	if (known === 'to-open') return translate('pathway.state-to-open-told');
	if (known === 'paused' && reviewOn)
		return translate('pathway.state-paused-told', { day: frenchDate(reviewOn) });
	if (known === 'closed' && closedAt && checkOn)
		return translate('pathway.state-closed-told', {
			day: frenchDate(dayOf(closedAt)),
			check: frenchDate(checkOn),
		});
	return undefined;
}

function saysWhy({ pauseReason, closingReason, closingWords }: Summary['pathway']): string | undefined {
	if (pauseReason) return translate('pathway.paused-because', { words: pauseReason });
	const key = `pathway.reason-${closingReason}`;
	if (!isTextKey(key)) return undefined;
	const reason = translate('pathway.closed-because', { reason: translate(key) });
	return closingWords ? `${reason} ${closingWords}` : reason;
}

const showStep = (step: NextStep, today: string) => ({
	words: step.words,
	late: isLate(step, today),
	suspended: step.state === 'suspended',
	told: translate(isLate(step, today) ? 'pathway.next-late' : 'pathway.next-owner', {
		owner: step.ownerName,
		day: frenchDate(step.dueOn),
	}),
	owner: step.ownerName,
});

const showEvent = ({ seq, name, details, at, by, organisation }: TimelineEvent) => ({
	seq,
	at: at.toISOString(),
	day: frenchDate(dayOf(at)),
	told: saysEvent(name, details),
	by: by && organisation ? translate('pathway.by', { name: by, organisation }) : (by ?? organisation ?? ''),
});

export const domainName = (domain: string): string => {
	const key = `person.domain-${domain}`;
	return isTextKey(key) ? translate(key) : domain;
};
