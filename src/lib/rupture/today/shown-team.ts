import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Absence } from './absence.ts';

/** What one worker carries. */
export interface Load {
	readonly hatId: string;
	readonly people: number;
	readonly attention: number;
	readonly ruptures: number;
	readonly relays: number;
}
export type TeamLine = Load & { readonly name: string; readonly absence: string | null };

interface Team {
	readonly workers: readonly { readonly hatId: string; readonly name: string }[];
	readonly loads: ReadonlyMap<string, Load>;
	/** Those who are away today. */
	readonly away: ReadonlyMap<string, Absence>;
	readonly mine: string;
}

const nothing = { people: 0, attention: 0, ruptures: 0, relays: 0 };

/** Each colleague by name, one line even without anything, and the sum of all. */
export function showTeam({ workers, loads, away, mine }: Team) {
	const lines = workers.map(({ hatId, name }): TeamLine => {
		const absence = away.get(hatId);
		return {
			...nothing,
			...loads.get(hatId),
			hatId,
			name: hatId === mine ? translate('today.team-you', { name }) : name,
			absence:
				absence === undefined
					? null
					: translate('today.team-away', { date: frenchDate(absence.untilDay), to: absence.toName }),
		};
	});
	const sum = (count: (line: Load) => number): number =>
		lines.reduce((total, line) => total + count(line), 0);
	return {
		lines,
		total: {
			people: sum(({ people }) => people),
			attention: sum(({ attention }) => attention),
			ruptures: sum(({ ruptures }) => ruptures),
			relays: sum(({ relays }) => relays),
		},
	};
}
