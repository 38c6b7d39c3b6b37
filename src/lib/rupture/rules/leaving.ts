import { institutions } from '#lib/pathway/landmarks/landmark.ts';
import { dayText } from '../calendar.ts';
import { daysAfter, daysBefore, numbersFor, type Pass, raise } from '../found.ts';
import { calendarOfPerson, pathwayCode } from '../state.ts';
import type { Rule } from './kind.ts';

/** R11: leaving a hospital, a prison, a home or a shelter without a confirmed relay, then without being met outside. */
export const leaving: Rule = {
	id: 'R11',
	table: 'exits',
	check(pass: Pass, row) {
		const { person, pathway, day, notedAt, relayed } = pass.state.exits.col;
		if (pass.state.pathways.col.state[pathway[row] ?? 0] === pathwayCode.closed) return;
		const [who = 0, leaves = 0, noted = 0] = [person[row], day[row], notedAt[row]];
		if ((pass.state.people.col.contactDay[who] ?? 0) >= leaves) return;
		const calendar = calendarOfPerson(pass.state, who);
		const numbers = numbersFor(pass, who, 'R11', '', noted);
		const { rupture, last } = daysAfter(calendar, leaves, numbers);
		const attention = relayed[row]
			? Number.POSITIVE_INFINITY
			: daysBefore(calendar, leaves, numbers).attention;
		raise(pass, row, who, calendar.startOf(leaves), { attention, rupture, last }, noted);
	},
	describe(state, row, now, found, index) {
		const { day, what, relayed } = state.exits.col;
		const today = calendarOfPerson(state, found.person[index] ?? 0).dayOf(now);
		return {
			subject: state.exits.ids[row] ?? '',
			params: {
				...{ day: dayText(day[row] ?? 0), exit: institutions[what[row] ?? 0] ?? '' },
				...{ past: today >= (day[row] ?? 0) ? 'yes' : 'no', relayed: relayed[row] ? 'yes' : 'no' },
			},
		};
	},
};
