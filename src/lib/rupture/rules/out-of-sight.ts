import { dayText } from '../calendar.ts';
import { contactWays } from '../facts.ts';
import { daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { calendarOfPerson, pathwayCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';

/** Under 26 within the year, whatever the day of birth, which is not kept. */
const youngUntil = 26;

function isClose({ people, pathways }: State, row: number, person: number, day: number): boolean {
	const born = people.col.birthYear[person] ?? 0;
	const year = new Date(day * 86_400_000).getUTCFullYear();
	return pathways.col.close[row] === 1 || (born > 0 && year - born < youngUntil);
}

/** R8: no real exchange with her; sooner when she is young, on the street or alone. Nobody ever leaves by it. */
export const outOfSight: Rule = {
	id: 'R8',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person, openedAt } = pass.state.pathways.col;
		if (state[row] !== pathwayCode.active && state[row] !== pathwayCode.paused) return;
		const from = runsFrom(pass, row);
		if (from > pass.now) return;
		const who = person[row] ?? 0;
		const calendar = calendarOfPerson(pass.state, who);
		const met = Math.max(pass.state.people.col.contactDay[who] ?? 0, calendar.dayOf(openedAt[row] ?? 0));
		const occurred = calendar.startOf(met);
		const numbers = numbersFor(pass, who, 'R8', isClose(pass.state, row, who, met) ? 'close' : '', occurred);
		const day = from === 0 ? met : Math.max(met, calendar.dayOf(from));
		raise(pass, row, who, occurred, daysAfter(calendar, day, numbers));
	},
	describe(state, row, now, found, index) {
		const who = found.person[index] ?? 0;
		const { contactDay, contactWay } = state.people.col;
		const calendar = calendarOfPerson(state, who);
		const day = calendar.dayOf(found.occurred[index] ?? 0);
		const known = contactDay[who] === day;
		return {
			subject: state.pathways.ids[row] ?? '',
			params: {
				day: dayText(day),
				days: calendar.dayOf(now) - day,
				way: known ? (contactWays[contactWay[who] ?? 0] ?? 'none') : 'none',
			},
		};
	},
};
