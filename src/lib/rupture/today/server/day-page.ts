import type { Actor } from '#lib/actor.ts';
import { listWordsToAnswer } from '#lib/pathway/own/server/words-to-answer.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { longestSnoozeDays } from '../../alerts/alert.ts';
import { listRepaired } from '../../alerts/server/alerts.ts';
import { deskOf } from '../absence.ts';
import { joinDay, type People } from '../joined-day.ts';
import { keyOf, showAlert } from '../shown-alert.ts';
import {
	nameOr,
	sayForWhom,
	showAgreement,
	showAnswer,
	showAppointment,
	showQuestion,
	showRelay,
} from '../shown-day.ts';
import { orderDay } from '../today.ts';
import { listAbsences } from './absences.ts';
import { readDay } from './day-rows.ts';

/** Everything that awaits the actor at the instant of the act, ordered, counted and in words. */
export async function openDay(act: Act) {
	const follows = act.actor.hat?.role === 'worker';
	const hatId = hatOf(act.actor);
	const desk = deskOf(hatId, follows ? await listAbsences(act) : [], dayOf(act.at));
	const read = await readDay(act, desk.hatIds);
	const day = orderDay(joinDay(read), act.at);
	const shownGroup = ({ personId, day: date, alerts }: (typeof day.silences)[number]) => ({
		key: `${date}-${personId}`,
		name: nameOr(alerts[0]?.person ?? null),
		pathwayId: alerts.find(({ leads }) => leads)?.pathwayId ?? null,
		forWhom: sayForWhom(desk, alerts[0]?.hatId ?? null),
		risen: frenchDate(date),
		alerts: alerts.map((alert) => showAlert(alert, hatId, act.at)),
	});
	return {
		follows,
		today: dayOf(act.at),
		tomorrow: addDays(dayOf(act.at), 1),
		furthest: addDays(dayOf(act.at), longestSnoozeDays),
		counts: day.counts,
		total: day.total,
		answers: day.answers.map((each) => showAnswer(each, desk, act.at)),
		silences: day.silences.map(shownGroup),
		later: day.later.map((alert) => ({
			...showAlert(alert, hatId, act.at),
			name: nameOr(alert.person),
		})),
		appointments: day.appointments.map((each) => showAppointment(each, desk, act.at)),
		next: day.nextAppointment && showAppointment(day.nextAppointment, desk, act.at),
		agreements: day.agreements.map((each) => showAgreement(each, desk, act.at)),
		questions: day.questions.map((each) => showQuestion(each, desk)),
		words: follows ? await listWordsToAnswer(act, { hatIds: desk.hatIds }) : [],
		relays: day.relays.map((each) => showRelay(each, desk)),
		repaired: follows ? await repairedOf(act, hatId, read.people) : [],
	};
}

/** The route lets in only those who wear one. */
function hatOf({ hat }: Actor): string {
	if (!hat) throw new Refusal(404, 'problem.nothing-here');
	return hat.id;
}

async function repairedOf(act: Act, hatId: string, { led }: People) {
	const ended = await listRepaired(act, sinceYesterday(act.at));
	return ended.map((alert) => {
		const read = { ...alert, ownerName: null, leads: true, step: null };
		const sentence = translate('today.repaired-was', {
			name: nameOr(led.get(alert.pathwayId ?? '')?.name ?? null),
			sentence: showAlert(read, hatId, act.at).sentence,
		});
		return { id: alert.id, key: keyOf(alert.id), sentence };
	});
}

/** The start of yesterday, in Paris or an hour or two after. */
const sinceYesterday = (at: Date): Date => new Date(`${addDays(dayOf(at), -1)}T00:00:00Z`);
