import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import { isOpenRelay, type RelayState } from './relay.ts';

export interface RelayRow {
	readonly id: string;
	readonly state: RelayState;
	readonly fromName: string;
	readonly fromOrganisationName: string;
	readonly toName: string | null;
	readonly toOrganisationName: string;
	/** Not told before the person said yes, unless to those who lead. */
	readonly reason: string | null;
	readonly meetingOn: string | null;
	readonly personPresent: boolean | null;
	readonly personAcceptedAt: Date | null;
	readonly personWitness: string | null;
	readonly answerWords: string | null;
	readonly answeredAt: Date | null;
	readonly effectiveAt: Date | null;
}

export interface ShownRelay {
	readonly id: string;
	readonly state: RelayState;
	readonly open: boolean;
	readonly between: string;
	readonly reason: string | null;
	readonly agreed: boolean;
	readonly facts: readonly string[];
}

export const showRelay = (relay: RelayRow): ShownRelay => ({
	id: relay.id,
	state: relay.state,
	open: isOpenRelay(relay.state),
	between: translate('steps.relay-from-to', {
		from: `${relay.fromName} (${relay.fromOrganisationName})`,
		to: relay.toName ? `${relay.toName} (${relay.toOrganisationName})` : relay.toOrganisationName,
	}),
	reason: relay.reason,
	agreed: relay.personAcceptedAt !== null,
	facts: [...meeting(relay), personYes(relay), ...answer(relay)],
});

const dayIn = (at: Date): string => frenchDate(dayOf(at));

const meeting = ({ meetingOn, personPresent }: RelayRow): string[] =>
	meetingOn
		? [
				translate('steps.relay-met', {
					date: frenchDate(meetingOn),
					present: personPresent ? 'yes' : 'no',
				}),
			]
		: [];

const personYes = ({ personAcceptedAt, personWitness }: RelayRow): string =>
	personAcceptedAt
		? translate('steps.relay-person-yes', { date: dayIn(personAcceptedAt), witness: personWitness ?? 'none' })
		: translate('steps.relay-person-not-yet');

const answer = ({ answeredAt, answerWords, effectiveAt }: RelayRow): string[] => [
	...(answeredAt ? [translate('steps.relay-answered', { date: dayIn(answeredAt) })] : []),
	...(answerWords ? [`« ${answerWords} »`] : []),
	...(effectiveAt ? [translate('steps.relay-effective-on', { date: dayIn(effectiveAt) })] : []),
];
