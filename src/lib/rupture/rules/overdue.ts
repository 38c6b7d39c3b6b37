import { dayText } from '../calendar.ts';
import { daysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { among, calendarOfPerson, pathwayCode, stepCode } from '../state.ts';
import type { Rule } from './kind.ts';
import { has } from './open-referral.ts';

/** While she has to say yes (proposed), nothing runs. */
const dated = among(stepCode, 'accepted', 'planned', 'in-progress');

/** R16: the day of a step has passed, and nobody says what became of it; so of the day when a suspension ends. */
export const overdue: Rule = {
	id: 'R16',
	table: 'steps',
	check(pass: Pass, row) {
		const { state, person, pathway, dueDay, until } = pass.state.steps.col;
		const suspended = state[row] === stepCode.suspended;
		if (!suspended && !has(dated, state[row])) return;
		const due = (suspended ? until[row] : dueDay[row]) ?? 0;
		const who = person[row] ?? 0;
		const calendar = calendarOfPerson(pass.state, who);
		const from = runsFrom(pass, pathway[row] ?? 0);
		if (from > pass.now) return;
		const occurred = calendar.startOf(due);
		const day = from === 0 ? due : Math.max(due, calendar.dayOf(from));
		raise(pass, row, who, occurred, daysAfter(calendar, day, numbersFor(pass, who, 'R16', '', occurred)));
	},
	describe(state, row) {
		const { state: code, dueDay, until, organisation, hat } = state.steps.col;
		const suspended = code[row] === stepCode.suspended;
		return {
			subject: state.steps.ids[row] ?? '',
			source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
			params: {
				day: dayText((suspended ? until[row] : dueDay[row]) ?? 0),
				what: suspended ? 'suspension' : 'step',
			},
		};
	},
};

/** R16 of a whole pathway: its pause was to be looked at again. */
export const pauseOver: Rule = {
	id: 'R16',
	table: 'pathways',
	check(pass: Pass, row) {
		const { state, person, pausedUntil } = pass.state.pathways.col;
		if (state[row] !== pathwayCode.paused) return;
		const who = person[row] ?? 0;
		const calendar = calendarOfPerson(pass.state, who);
		const day = pausedUntil[row] ?? 0;
		const occurred = calendar.startOf(day);
		raise(pass, row, who, occurred, daysAfter(calendar, day, numbersFor(pass, who, 'R16', '', occurred)));
	},
	describe(state, row) {
		const { pausedUntil } = state.pathways.col;
		return {
			subject: state.pathways.ids[row] ?? '',
			params: { day: dayText(pausedUntil[row] ?? 0), what: 'pause' },
		};
	},
};
