import { endingKinds } from '#lib/pathway/landmarks/landmark.ts';
import { dayText } from '../calendar.ts';
import { daysBefore, numbersFor, type Pass, raise } from '../found.ts';
import { calendarOfPerson, pathwayCode } from '../state.ts';
import type { Rule } from './kind.ts';

/** R13: a right, a paper, a contract or a home ends, and no step deals with it. A date of the world does not wait. */
export const ending: Rule = {
	id: 'R13',
	table: 'endings',
	check(pass: Pass, row) {
		const { person, pathway, day, notedAt, tied, settled } = pass.state.endings.col;
		if (tied[row] || settled[row]) return;
		if (pass.state.pathways.col.state[pathway[row] ?? 0] === pathwayCode.closed) return;
		const [who = 0, ends = 0, noted = 0] = [person[row], day[row], notedAt[row]];
		const calendar = calendarOfPerson(pass.state, who);
		const dues = daysBefore(calendar, ends, numbersFor(pass, who, 'R13', '', noted));
		raise(pass, row, who, calendar.startOf(ends), dues, noted);
	},
	describe(state, row, now, found, index) {
		const { day, what } = state.endings.col;
		const ends = day[row] ?? 0;
		const days = ends - calendarOfPerson(state, found.person[index] ?? 0).dayOf(now);
		return {
			subject: state.endings.ids[row] ?? '',
			params: {
				...{ day: dayText(ends), days: Math.max(0, days), past: days < 0 ? 'yes' : 'no' },
				ending: endingKinds[what[row] ?? 0] ?? '',
			},
		};
	},
};
