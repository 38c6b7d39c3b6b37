import { outcomeKinds } from '#lib/pathway/landmarks/landmark.ts';
import { addMonths, dayText } from '../calendar.ts';
import { daysAfter, numbersFor, type Pass, raise } from '../found.ts';
import { checkEarlyDays, checkMonths } from '../rule.ts';
import { calendarOfPerson } from '../state.ts';
import type { Rule } from './kind.ts';

/** R18: she entered a job, a training, a home; news are taken after one month, three and six. The last date speaks. */
export const afterExit: Rule = {
	id: 'R18',
	table: 'outcomes',
	check(pass: Pass, row) {
		const { person, day, checkedDay } = pass.state.outcomes.col;
		const [who = 0, entered = 0] = [person[row], day[row]];
		const calendar = calendarOfPerson(pass.state, who);
		const today = calendar.dayOf(pass.now);
		const months = checkMonths.findLast((after) => addMonths(entered, after) <= today);
		if (months === undefined) return;
		const due = addMonths(entered, months);
		const heard = Math.max(checkedDay[row] ?? 0, pass.state.people.col.contactDay[who] ?? 0);
		if (heard >= due - checkEarlyDays) return;
		const occurred = calendar.startOf(due);
		raise(pass, row, who, occurred, daysAfter(calendar, due, numbersFor(pass, who, 'R18', '', occurred)));
	},
	describe(state, row, now, found, index) {
		const { day, what } = state.outcomes.col;
		const today = calendarOfPerson(state, found.person[index] ?? 0).dayOf(now);
		const months = checkMonths.findLast((after) => addMonths(day[row] ?? 0, after) <= today) ?? 1;
		return {
			subject: state.outcomes.ids[row] ?? '',
			params: { day: dayText(day[row] ?? 0), months, outcome: outcomeKinds[what[row] ?? 0] ?? '' },
		};
	},
};
