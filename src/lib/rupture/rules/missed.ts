import { dayText } from '../calendar.ts';
import { numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { missedWindowDays } from '../rule.ts';
import { appointmentCode, calendarOfPerson, pathwayCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { anyRowOf } from './rows-of.ts';
import { reached } from './series.ts';

/** When each missed appointment was told, and those since she was last met. */
function missesOf(state: State, person: number): { all: number[]; lately: number[] } {
	const { state: code, startsAt, endedAt } = state.appointments.col;
	const rows: number[] = [];
	anyRowOf(state, 'appointments', person, (row) => {
		if (code[row] === appointmentCode.missed) rows.push(row);
		return false;
	});
	rows.sort((a, b) => (endedAt[a] ?? 0) - (endedAt[b] ?? 0) || a - b);
	const met = state.people.col.contactDay[person] ?? 0;
	const { dayOf } = calendarOfPerson(state, person);
	const told = (row: number) => endedAt[row] ?? 0;
	return { all: rows.map(told), lately: rows.filter((row) => dayOf(startsAt[row] ?? 0) > met).map(told) };
}

/** R10: missed appointments ask what stands in the way; a number of risk, never a fault. */
export const missed: Rule = {
	id: 'R10',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person } = pass.state.pathways.col;
		const who = person[row] ?? 0;
		if (
			!pass.state.firstOf.appointments[who] ||
			state[row] === pathwayCode.closed ||
			runsFrom(pass, row) > pass.now
		)
			return;
		const { all, lately } = missesOf(pass.state, who);
		const [occurred] = lately;
		if (occurred === undefined) return;
		const numbers = numbersFor(pass, who, 'R10', '', occurred);
		const nth = (count: number) => lately[count - 1] ?? Number.POSITIVE_INFINITY;
		const many = lately.find(
			(at) =>
				reached(
					all.filter((one) => one <= at && at - one < missedWindowDays * 86_400_000),
					missedWindowDays,
					numbers.last,
				) <= at,
		);
		const last = many ?? Number.POSITIVE_INFINITY;
		raise(pass, row, who, occurred, {
			...{ attention: nth(numbers.attention), rupture: nth(numbers.rupture), last },
		});
	},
	describe(state, row, _now, found, index) {
		const who = found.person[index] ?? 0;
		const day = calendarOfPerson(state, who).dayOf(found.occurred[index] ?? 0);
		const { lately } = missesOf(state, who);
		return { subject: state.pathways.ids[row] ?? '', params: { day: dayText(day), times: lately.length } };
	},
};
