import { guarantees, outcomeKinds } from '#lib/pathway/landmarks/landmark.ts';
import { addMonths, dayText } from '../calendar.ts';
import { numbersFor, type Pass, raise } from '../found.ts';
import { among, calendarOfPerson, needCode, pathwayCode, referralCode, type State } from '../state.ts';
import type { Rule } from './kind.ts';
import { has } from './open-referral.ts';
import { anyRowOf } from './rows-of.ts';

const offering = among(referralCode, 'accepted', 'in-progress', 'completed');
const forWork = among(needCode, 'work', 'training');
const entered = outcomeKinds.map((kind) => kind === 'job' || kind === 'training');

/** A job, a training, or an organisation that said yes to lead her to one, since she registered. */
function wasOffered(state: State, person: number, day: number, from: number): boolean {
	const { outcomes, referrals } = state;
	return (
		anyRowOf(
			state,
			'outcomes',
			person,
			(row) => entered[outcomes.col.what[row] ?? 0] === true && (outcomes.col.day[row] ?? 0) >= day,
		) ||
		anyRowOf(state, 'referrals', person, (row) => {
			const { state: code, need, acceptedAt } = referrals.col;
			return has(offering, code[row]) && has(forWork, need[row]) && (acceptedAt[row] ?? 0) >= from;
		})
	);
}

/** R20: the dates of two European guarantees: an offer to the young, an assessment and an agreement to the long out of work. */
export const guarantee: Rule = {
	id: 'R20',
	table: 'registrations',
	check(pass: Pass, row) {
		const { person, pathway, day, what, notedAt } = pass.state.registrations.col;
		const [who = 0, where = 0, since = 0] = [person[row], pathway[row], day[row]];
		const { state, assessedAt, committedAt } = pass.state.pathways.col;
		if (state[where] === pathwayCode.closed) return;
		const { startOf } = calendarOfPerson(pass.state, who);
		const from = startOf(since);
		const name = guarantees[what[row] ?? 0] ?? 'young';
		const kept =
			name === 'young'
				? wasOffered(pass.state, who, since, from)
				: (assessedAt[where] ?? 0) >= from && (committedAt[where] ?? 0) >= from;
		if (kept) return;
		const { attention, rupture } = numbersFor(pass, who, 'R20', name, from);
		raise(
			pass,
			row,
			who,
			from,
			{
				attention: startOf(addMonths(since, attention)),
				rupture: startOf(addMonths(since, rupture)),
				last: Number.POSITIVE_INFINITY,
			},
			notedAt[row],
		);
	},
	describe(state, row, now, found, index) {
		const { day, what } = state.registrations.col;
		const since = day[row] ?? 0;
		const today = calendarOfPerson(state, found.person[index] ?? 0).dayOf(now);
		let months = 0;
		while (addMonths(since, months + 1) <= today) months++;
		return {
			subject: state.registrations.ids[row] ?? '',
			params: { day: dayText(since), months, guarantee: guarantees[what[row] ?? 0] ?? '' },
		};
	},
};
