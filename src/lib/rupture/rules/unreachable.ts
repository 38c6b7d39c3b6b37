import { dayText } from '../calendar.ts';
import { numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { unreachable as enough } from '../rule.ts';
import { calendarOfPerson, pathwayCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { anyRowOf } from './rows-of.ts';

/** The tries since the last exchange, in the order of their telling. */
function triesOf(state: State, person: number): number[] {
	const { day, at } = state.attempts.col;
	const met = state.people.col.contactDay[person] ?? 0;
	const rows: number[] = [];
	anyRowOf(state, 'attempts', person, (row) => {
		if ((day[row] ?? 0) > met) rows.push(row);
		return false;
	});
	return rows.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
}

/** When she had been tried enough: so many times, in two ways at least, over ten days at least. */
function triedEnoughAt({ attempts: { col } }: State, tries: readonly number[], count: number): number {
	let [first, last] = [Number.POSITIVE_INFINITY, 0];
	const ways = new Set<number>();
	for (const [index, row] of tries.entries()) {
		ways.add(col.way[row] ?? 0);
		first = Math.min(first, col.day[row] ?? 0);
		last = Math.max(last, col.day[row] ?? 0);
		if (index + 1 >= count && ways.size >= enough.ways && last - first >= enough.days)
			return col.at[row] ?? 0;
	}
	return Number.POSITIVE_INFINITY;
}

/** R9: several tries reached nobody; the way of trying has to change, not she. */
export const unreachable: Rule = {
	id: 'R9',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person } = pass.state.pathways.col;
		const who = person[row] ?? 0;
		if (
			!pass.state.firstOf.attempts[who] ||
			state[row] === pathwayCode.closed ||
			runsFrom(pass, row) > pass.now
		)
			return;
		const tries = triesOf(pass.state, who);
		if (tries.length === 0) return;
		const { at } = pass.state.attempts.col;
		const occurred = at[tries[0] ?? 0] ?? 0;
		const { attention, rupture } = numbersFor(pass, who, 'R9', '', occurred);
		raise(pass, row, who, occurred, {
			attention: at[tries[attention - 1] ?? -1] ?? Number.POSITIVE_INFINITY,
			rupture: triedEnoughAt(pass.state, tries, rupture),
			last: Number.POSITIVE_INFINITY,
		});
	},
	describe(state, row, _now, found, index) {
		const who = found.person[index] ?? 0;
		const day = calendarOfPerson(state, who).dayOf(found.occurred[index] ?? 0);
		return {
			subject: state.pathways.ids[row] ?? '',
			params: { day: dayText(day), times: triesOf(state, who).length },
		};
	},
};
