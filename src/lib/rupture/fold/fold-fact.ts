import type { Fact } from '../facts.ts';
import type { State } from '../state.ts';
import { foldAppointment, foldAppointmentEnd, foldAttempt, foldContact } from './fold-contact.ts';
import {
	foldAgreement,
	foldDeparture,
	foldEnding,
	foldEndingDone,
	foldExit,
	foldExitRelay,
	foldOutcome,
	foldOutcomeCheck,
	foldRegistration,
	foldRevocation,
} from './fold-dates.ts';
import {
	foldFeedback,
	foldGoal,
	foldGoalEnd,
	foldLandmark,
	foldLead,
	foldOpening,
	foldPathwayMove,
	foldPerson,
	foldRelay,
	foldRelayMove,
	foldRhythm,
} from './fold-pathway.ts';
import { foldReferral, foldReferralMove, foldReferralNews } from './fold-referral.ts';
import { foldStep, foldStepDue, foldStepMove } from './fold-step.ts';

/**
 * Lays one fact into the columns; facts come in the order of their telling.
 * @returns the row of the person it touches, -1 when it is about a worker
 */
export function foldFact(state: State, fact: Fact): number {
	switch (fact.kind) {
		case 'person-known':
			return foldPerson(state, fact);
		case 'pathway-opened':
			return foldOpening(state, fact);
		case 'pathway-moved':
			return foldPathwayMove(state, fact);
		case 'pathway-led':
			return foldLead(state, fact);
		case 'rhythm-set':
			return foldRhythm(state, fact);
		case 'goal-set':
			return foldGoal(state, fact);
		case 'goal-ended':
			return foldGoalEnd(state, fact);
		case 'step-proposed':
			return foldStep(state, fact);
		case 'step-moved':
			return foldStepMove(state, fact);
		case 'step-due':
			return foldStepDue(state, fact);
		case 'referral-drafted':
			return foldReferral(state, fact);
		case 'referral-moved':
			return foldReferralMove(state, fact);
		case 'referral-news':
			return foldReferralNews(state, fact);
		case 'feedback-given':
			return foldFeedback(state, fact);
		case 'contact':
			return foldContact(state, fact);
		case 'attempt':
			return foldAttempt(state, fact);
		case 'appointment-planned':
			return foldAppointment(state, fact);
		case 'appointment-ended':
			return foldAppointmentEnd(state, fact);
		case 'agreement-given':
			return foldAgreement(state, fact);
		case 'agreement-revoked':
			return foldRevocation(state, fact);
		case 'relay-proposed':
			return foldRelay(state, fact);
		case 'relay-moved':
			return foldRelayMove(state, fact);
		case 'departure-told':
			return foldDeparture(state, fact);
		case 'ending-noted':
			return foldEnding(state, fact);
		case 'ending-tied':
		case 'ending-settled':
			return foldEndingDone(state, fact);
		case 'exit-noted':
			return foldExit(state, fact);
		case 'exit-relayed':
			return foldExitRelay(state, fact);
		case 'outcome-noted':
			return foldOutcome(state, fact);
		case 'outcome-checked':
			return foldOutcomeCheck(state, fact);
		case 'registered':
			return foldRegistration(state, fact);
		case 'assessed':
		case 'committed':
			return foldLandmark(state, fact);
	}
}

/** The columns after a whole log, told in order. */
export function foldAll(state: State, facts: Iterable<Fact>): State {
	for (const fact of facts) foldFact(state, fact);
	return state;
}
