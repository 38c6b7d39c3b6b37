import type { PathwayState } from '#lib/pathway/pathway.ts';
import { type ReferralState, referralStates } from '#lib/pathway/referrals/referral.ts';
import { isOpenStep, type StepState, stepStates } from '#lib/pathway/steps/step.ts';
import { type Domain, domains } from '#lib/person/domain.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { makeTable } from './columns.ts';

/** A row that belongs to a person; `next` is the following row of hers plus one, `person` her row. */
const hers = { person: 'i32', next: 'i32' } as const;
const inPathway = { ...hers, pathway: 'i32' } as const;

/** The columns of each table. A reference to another row is that row plus one; an organisation or a hat, its place in `names`. */
const shapes = {
	people: {
		territory: 'i32',
		birthYear: 'i32',
		contactDay: 'i32',
		contactWay: 'u8',
	},
	pathways: {
		...hers,
		state: 'u8',
		since: 'f64',
		openedAt: 'f64',
		resumedAt: 'f64',
		pausedUntil: 'i32',
		hat: 'i32',
		organisation: 'i32',
		close: 'u8',
		openSteps: 'i32',
		stepEndedAt: 'f64',
		assessedAt: 'f64',
		committedAt: 'f64',
	},
	goals: { ...inPathway, need: 'u8', setAt: 'f64', endedAt: 'f64' },
	steps: {
		...inPathway,
		goal: 'i32',
		state: 'u8',
		since: 'f64',
		madeAt: 'f64',
		dueDay: 'i32',
		until: 'i32',
		organisation: 'i32',
		hat: 'i32',
	},
	referrals: {
		...inPathway,
		goal: 'i32',
		need: 'u8',
		urgent: 'u8',
		department: 'i32',
		state: 'u8',
		since: 'f64',
		organisation: 'i32',
		hat: 'i32',
		to: 'i32',
		agreement: 'i32',
		sentAt: 'f64',
		endedAt: 'f64',
		acceptedAt: 'f64',
		until: 'i32',
		newsAt: 'f64',
		// Business days already waited before the last question, and the instant from which it waits now.
		waited: 'i32',
		waitsFrom: 'f64',
		reason: 'u8',
		helped: 'u8',
		helpedAt: 'f64',
	},
	appointments: { ...inPathway, state: 'u8', startsAt: 'f64', endedAt: 'f64' },
	attempts: { ...hers, day: 'i32', way: 'u8', at: 'f64' },
	agreements: {
		...hers,
		organisation: 'i32',
		givenAt: 'f64',
		endsAt: 'f64',
		revokedAt: 'f64',
		forRequest: 'u8',
	},
	relays: { ...inPathway, state: 'u8', proposedAt: 'f64', hat: 'i32', organisation: 'i32' },
	endings: { ...inPathway, what: 'u8', day: 'i32', notedAt: 'f64', tied: 'u8', settled: 'u8' },
	exits: { ...inPathway, what: 'u8', day: 'i32', notedAt: 'f64', relayed: 'u8' },
	outcomes: { ...inPathway, what: 'u8', day: 'i32', notedAt: 'f64', checkedDay: 'i32' },
	registrations: { ...inPathway, what: 'u8', day: 'i32', notedAt: 'f64' },
} as const;
export type TableName = keyof typeof shapes;
export type OwnedTable = Exclude<TableName, 'people'>;
export const ownedTables = (Object.keys(shapes) as TableName[]).filter(
	(name): name is OwnedTable => name !== 'people',
);

/** The columns of everything the rules look at. */
export type State = ReturnType<typeof emptyState>;

export function emptyState() {
	return {
		people: makeTable(shapes.people),
		pathways: makeTable(shapes.pathways),
		goals: makeTable(shapes.goals),
		steps: makeTable(shapes.steps),
		referrals: makeTable(shapes.referrals),
		appointments: makeTable(shapes.appointments),
		attempts: makeTable(shapes.attempts),
		agreements: makeTable(shapes.agreements),
		relays: makeTable(shapes.relays),
		endings: makeTable(shapes.endings),
		exits: makeTable(shapes.exits),
		outcomes: makeTable(shapes.outcomes),
		registrations: makeTable(shapes.registrations),
		/** The first row of each person in each table, plus one. */
		firstOf: Object.fromEntries(ownedTables.map((name) => [name, [] as number[]])) as Record<
			OwnedTable,
			number[]
		>,
		/** Which day a worker leaves, and when she told it, by her place in `names`. */
		departures: { day: [] as number[], at: [] as number[] },
		/** Organisations, hats and départements by place; place 0 is nobody. */
		names: [''],
		placeOf: new Map<string, number>([['', 0]]),
		/** The calendar of a département, by its place in `names`. */
		calendars: [] as Calendar[],
	};
}

/** The place of a name, added when it is new. */
export function placeOf({ names, placeOf: known }: State, name: string | null): number {
	if (name === null) return 0;
	const place = known.get(name) ?? names.push(name) - 1;
	known.set(name, place);
	return place;
}

export function calendarAt({ calendars, names }: State, department: number): Calendar {
	let calendar = calendars[department];
	if (!calendar) {
		calendar = calendarOf(names[department] || '75');
		calendars[department] = calendar;
	}
	return calendar;
}

/** The calendar of a person's territory. */
export const calendarOfPerson = (state: State, person: number): Calendar =>
	calendarAt(state, state.people.col.territory[person] ?? 0);

export const pathwayCode = { 'to-open': 0, active: 1, paused: 2, closed: 3 } as const satisfies Record<
	PathwayState,
	number
>;
export const referralCode = codes<ReferralState>(referralStates);
export const stepCode = codes<StepState>(stepStates);
export const needCode = codes<Domain>(domains);
export const appointmentCode = { planned: 0, kept: 1, missed: 2, cancelled: 3 } as const;
export const relayCode = { proposed: 0, accepted: 1, refused: 2, withdrawn: 3, effective: 4 } as const;
export const helpedCode = { yes: 1, partly: 2, no: 3, 'no-contact': 4 } as const;

function codes<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
	return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}

/** One bit a state, to ask whether a state is among several. */
export const among = <Name extends string>(code: Readonly<Record<Name, number>>, ...names: Name[]): number =>
	names.reduce((mask, name) => mask | (1 << code[name]), 0);

/** What comes next: somebody has a step to move, or to say yes to. A missed one has to be planned again first. */
export const nextStepMask = among(
	stepCode,
	...stepStates.filter((state) => isOpenStep(state) && state !== 'missed'),
);
