import { dayText } from '../calendar.ts';
import { businessDaysAfter, numbersFor, type Pass, raise, runsFrom } from '../found.ts';
import { among, calendarAt, referralCode } from '../state.ts';
import type { Rule } from './kind.ts';
import { has } from './open-referral.ts';

const waiting = among(referralCode, 'sent', 'under-review');

/** R1: sent, and nobody answers. The clock stops while the target waits for an answer to its question. */
export const unanswered: Rule = {
	id: 'R1',
	table: 'referrals',
	check(pass: Pass, row) {
		const { state, person, pathway, sentAt, waitsFrom, waited, department } = pass.state.referrals.col;
		if (!has(waiting, state[row])) return;
		const from = Math.max(waitsFrom[row] ?? 0, runsFrom(pass, pathway[row] ?? 0));
		if (from > pass.now) return;
		const [sent = 0, who = 0] = [sentAt[row], person[row]];
		const numbers = numbersFor(pass, who, 'R1', '', sent);
		const calendar = calendarAt(pass.state, department[row] ?? 0);
		raise(pass, row, who, sent, businessDaysAfter(calendar, from, numbers, waited[row]));
	},
	describe(state, row, now) {
		const { sentAt, waitsFrom, waited, department, to, organisation, hat } = state.referrals.col;
		const calendar = calendarAt(state, department[row] ?? 0);
		const days = (waited[row] ?? 0) + calendar.businessDaysBetween(waitsFrom[row] ?? 0, now);
		return {
			subject: state.referrals.ids[row] ?? '',
			target: to[row] ?? 0,
			source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
			params: { day: dayText(calendar.dayOf(sentAt[row] ?? 0)), days },
		};
	},
};
