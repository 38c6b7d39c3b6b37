import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { closureOn, closuresAfter, parisDay, reopeningAfter } from './closure.ts';
import { languageName } from './language-names.ts';
import type { Closure } from './organisation.ts';
import type { Service } from './service.ts';

/** What is true of an entry today. */
export interface ShownDay {
	/** « Fermé jusqu’au 3 janvier 2027 : travaux. » ; null when it is not closed today. */
	readonly closed: string | null;
	/** The closures announced, a sentence each. */
	readonly soonClosed: readonly string[];
	/** Places, affluence, welcome, delay, languages: a sentence each, only when known. */
	readonly facts: readonly string[];
	readonly full: boolean;
}

type State = Pick<Service, 'closures' | 'languages'> &
	Partial<Pick<Service, 'capacity' | 'placesLeft' | 'saturation' | 'welcome' | 'responseDays'>>;

/** The state of a service, or of an organisation, on the day of an instant in Paris. */
export function showDay(state: State, at: Date): ShownDay {
	const today = parisDay(at);
	const closure = closureOn(state.closures, today);
	return {
		closed: closure ? sayClosed(closure, reopeningAfter(state.closures, today)) : null,
		soonClosed: closuresAfter(state.closures, today).map(sayComing),
		facts: [places(state), affluence(state), welcome(state), delay(state), languages(state)].filter(
			(fact) => fact !== null,
		),
		full: state.placesLeft === 0 || state.saturation === 'high',
	};
}

const because = (reason: string | null) => (reason === null ? 'none' : reason.replace(/[.\s]+$/, ''));

const sayClosed = ({ reason }: Closure, again: string | null): string =>
	again === null
		? translate('sheet.closed-for-long', { reason: because(reason) })
		: translate('sheet.closed', { date: frenchDate(again), reason: because(reason) });

function sayComing({ from, to, reason }: Closure): string {
	const values = { from: frenchDate(from), reason: because(reason) };
	return to === null
		? translate('sheet.closing-for-long', values)
		: translate('sheet.closing', { ...values, to: frenchDate(to) });
}

function places({ placesLeft, capacity }: State): string | null {
	if (placesLeft === null || placesLeft === undefined)
		return capacity ? translate('sheet.capacity', { capacity }) : null;
	return translate('sheet.places', { left: placesLeft, capacity: capacity ?? 'none' });
}

const affluence = ({ saturation }: State): string | null =>
	saturation ? translate(`sheet.saturation-${saturation}`) : null;

const welcome = ({ welcome: degree }: State): string | null =>
	degree ? translate(`sheet.welcome-${degree}`) : null;

const delay = ({ responseDays }: State): string | null =>
	responseDays === null || responseDays === undefined
		? null
		: translate('sheet.delay', { days: responseDays });

const list = new Intl.ListFormat('fr-FR');
const languages = ({ languages: codes }: State): string | null =>
	codes.length > 0 ? translate('sheet.languages', { languages: list.format(codes.map(languageName)) }) : null;
