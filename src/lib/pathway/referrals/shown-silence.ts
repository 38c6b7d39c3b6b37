import { translate } from '#lib/texts/translator.ts';
import { dateIn, zoneOf } from '#lib/time/zone.ts';
import type { ReferralState } from './referral.ts';
import { type SilenceStep, silenceDates, silenceSteps, waitsForAnswer } from './silence.ts';

const day = new Intl.DateTimeFormat('fr-FR', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC',
});

/** « mardi 24 novembre », on the clocks of a département; the first of a month is said « 1er ». */
export const longDate = (at: Date, department: string): string =>
	day.format(new Date(`${dateIn(at, zoneOf(department).clock)}T12:00:00Z`)).replace(/ 1 /, ' 1er ');

export interface SilenceOf {
	readonly state: ReferralState;
	readonly answerBy: Date | null;
	readonly department: string;
	/** What was told, by date. */
	readonly silence: readonly { readonly step: SilenceStep; readonly at: Date; readonly told: number }[];
}

export interface SilenceLine {
	readonly step: SilenceStep;
	readonly done: boolean;
	/** Somebody was written to. */
	readonly told: boolean;
	readonly sentence: string;
}

/** What was told, then what will be if nobody answers: nothing is announced while the days are stopped. */
export function silenceLines({ state, answerBy, department, silence }: SilenceOf): SilenceLine[] {
	const done = silence.map(({ step, at, told }) => ({
		step,
		done: true,
		told: told > 0,
		sentence: translate(`silence.done-${step}`, { date: longDate(at, department), told }),
	}));
	if (!answerBy || !waitsForAnswer(state)) return done;
	const last = Math.max(-1, ...silence.map(({ step }) => silenceSteps.indexOf(step)));
	const dates = silenceDates(answerBy, department);
	const planned = silenceSteps.slice(last + 1).map((step) => ({
		step,
		done: false,
		told: false,
		sentence: translate(`silence.planned-${step}`, { date: longDate(dates[step], department) }),
	}));
	return [...done, ...planned];
}

/** Why nobody else will be told, if so. */
export function silenceStopped(state: ReferralState): string | undefined {
	if (waitsForAnswer(state) || state === 'unanswered') return undefined;
	if (state === 'info-needed') return translate('silence.stopped-question');
	return translate(ended.includes(state) ? 'silence.stopped-ended' : 'silence.stopped-answered');
}

const ended: readonly ReferralState[] = ['withdrawn', 'declined-by-person', 'entered-in-error'];
