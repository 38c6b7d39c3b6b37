import { domains } from '#lib/person/domain.ts';
import { dayText } from '../calendar.ts';
import type { Found } from '../found.ts';
import { calendarAt, type State } from '../state.ts';
import type { Described } from './kind.ts';
import { anyRowOf } from './rows-of.ts';

/** The rows of a person's requests for the need of one of them, itself included, in the order of their telling. */
export function requestsFor(state: State, row: number): number[] {
	const { person, need } = state.referrals.col;
	const rows: number[] = [];
	anyRowOf(state, 'referrals', person[row] ?? 0, (other) => {
		if (need[other] === need[row]) rows.push(other);
		return false;
	});
	return rows.reverse();
}

/** When somebody last said yes for that need; 0 when nobody did. */
export const lastYes = ({ referrals }: State, rows: readonly number[]): number =>
	rows.reduce((last, row) => Math.max(last, referrals.col.acceptedAt[row] ?? 0), 0);

/** A series of requests is one alert, whichever of them was the last. */
export function describeSeries(state: State, row: number, found: Found, index: number): Described {
	const { need, department, organisation, hat, to, pathway } = state.referrals.col;
	const what = domains[need[row] ?? 0] ?? '';
	const day = calendarAt(state, department[row] ?? 0).dayOf(found.occurred[index] ?? 0);
	return {
		subject: state.referrals.ids[row] ?? '',
		identity: `${state.pathways.ids[pathway[row] ?? 0]}/${what}`,
		target: to[row] ?? 0,
		source: { organisation: organisation[row] ?? 0, hat: hat[row] ?? 0 },
		params: { day: dayText(day), need: what },
	};
}
