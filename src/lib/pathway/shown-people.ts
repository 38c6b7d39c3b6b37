import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Whose } from './people-asked.ts';
import { isLate, isStepState } from './steps/step.ts';

interface Listed {
	readonly id: string;
	readonly name: string;
	readonly state: string;
	readonly protection: string;
	readonly leadName: string;
	readonly organisation: string;
	readonly whose: Whose;
	readonly reviewOn: string | null;
	readonly stepWords: string | null;
	readonly stepState: string | null;
	readonly stepDueOn: string | null;
	readonly stepOwner: string | null;
}

/** One line of the list, in the reader's words. */
export interface ShownPerson {
	readonly id: string;
	readonly name: string;
	readonly state: string;
	readonly guarded: boolean;
	/** Who follows her: a name, with the organisation when it is another. */
	readonly lead: string;
	readonly step: string | null;
	readonly owner: string | null;
	/** When the next step is due; of a pause, when it is looked at again. */
	readonly day: string | null;
	readonly late: boolean;
}

export function showPerson(person: Listed, at: Date): ShownPerson {
	const { id, name, state, leadName, organisation, stepWords, stepOwner } = person;
	const day = person.stepDueOn ?? person.reviewOn;
	return {
		...{ id, name, state },
		guarded: person.protection !== 'ordinary',
		lead:
			person.whose === 'shared' ? translate('pathway.lead-of', { name: leadName, organisation }) : leadName,
		step: stepWords,
		owner: stepOwner,
		day: day && frenchDate(day),
		late: lateAt(person, dayOf(at)),
	};
}

/** Its next step is, or the day when a pause was to be looked at again is past. */
function lateAt({ state, reviewOn, stepState, stepDueOn }: Listed, today: string): boolean {
	if (state === 'paused') return reviewOn !== null && reviewOn < today;
	return (
		stepState !== null &&
		stepDueOn !== null &&
		isStepState(stepState) &&
		isLate({ state: stepState, dueOn: stepDueOn }, today)
	);
}
