import { sql } from 'kysely';
import { pathwayStateOf } from '#lib/pathway/pathway.ts';
import { isStepState } from '#lib/pathway/steps/step.ts';
import type { Domain } from '#lib/person/domain.ts';
import type { Act } from '#lib/server/act.ts';
import { departmentOf } from '#lib/time/holidays.ts';
import type { Fact } from '../facts.ts';
import { type AskedPeople, isAsked, ms } from './asked-people.ts';

interface PathwayRow {
	id: string;
	personId: string;
	hat: string;
	organisation: string;
	state: string;
	openedAt: number;
	lastAt: number;
	reviewOn: string | null;
	closedOn: string | null;
	reached: boolean;
	communeCode: string | null;
	birthYear: number | null;
}

/** Who is followed, by whom, and how her pathway went: active, paused, closed, opened again. */
export async function loadPathways({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<PathwayRow>`
		select w.id, w.person_id, w.lead_hat_id hat, w.lead_organisation_id organisation, w.state,
			-- Followed elsewhere before, and brought in a spreadsheet: nothing could be noticed here until then.
			(extract(epoch from greatest(w.opened_at, p.opened_at)) * 1000)::float8 opened_at,
			(extract(epoch from coalesce(w.closed_at, w.reopened_at, w.opened_at)) * 1000)::float8 last_at,
			w.review_on::text review_on, (w.closed_at at time zone 'Europe/Paris')::date::text closed_on,
			w.closing_reason = 'goals-reached' reached, p.commune_code, p.birth_year
		from pathway w join person p on p.id = w.person_id where ${isAsked(people)}`.execute(tx);
	const moves = await loadMoves(tx, people);
	return [...rows.flatMap(openingOf), ...moves.map(moveOf(rows)), ...rows.flatMap(untold(moves))];
}

const openingOf = (row: PathwayRow): Fact[] => [
	{
		...{ kind: 'person-known', at: 0, person: row.personId, birthYear: row.birthYear },
		department: row.communeCode ? departmentOf(row.communeCode) : '75',
	},
	{
		...{ kind: 'pathway-opened', at: row.openedAt, person: row.personId, pathway: row.id },
		...{ hat: row.hat, organisation: row.organisation },
	},
	...(row.reached && row.closedOn
		? [
				{
					kind: 'outcome-noted',
					at: row.lastAt,
					pathway: row.id,
					outcome: row.id,
					what: 'other',
					day: row.closedOn,
				} as const,
			]
		: []),
];

interface Move {
	id: string;
	name: string;
	at: number;
}
const loadMoves = async (tx: Act['tx'], people: AskedPeople): Promise<Move[]> =>
	(
		await sql<Move>`
		select e.subject id, e.name, ${ms('e.happened_at')} at from event e join pathway w on w.id = e.subject
		where e.name in ('pathway.activated', 'pathway.paused', 'pathway.resumed', 'pathway.closed', 'pathway.reopened')
			and ${isAsked(people)} order by e.seq`.execute(tx)
	).rows;

const stateAfter = (name: string) =>
	name === 'pathway.paused' ? 'paused' : name === 'pathway.closed' ? 'closed' : 'active';

function moveOf(rows: readonly PathwayRow[]): (move: Move) => Fact {
	const reviewOf = new Map(rows.map(({ id, reviewOn }) => [id, reviewOn]));
	return ({ id, name, at }) => {
		const state = stateAfter(name);
		const until = state === 'paused' ? reviewOf.get(id) : undefined;
		return { kind: 'pathway-moved', at, pathway: id, state, ...(until ? { until } : {}) };
	};
}

/** What was written without its event, by an import: the row speaks. */
function untold(moves: readonly Move[]): (row: PathwayRow) => Fact[] {
	const told = new Map(moves.map(({ id, name }) => [id, stateAfter(name)]));
	return ({ id, state, lastAt, reviewOn }) =>
		(told.get(id) ?? 'to-open') === state
			? []
			: [
					{
						kind: 'pathway-moved',
						at: lastAt,
						pathway: id,
						state: pathwayStateOf(state),
						...(reviewOn ? { until: reviewOn } : {}),
					},
				];
}

interface GoalRow {
	goal: string;
	pathway: string;
	need: Domain;
	at: number;
	endedAt: number | null;
}
/** The needs that she said, and when they were met or left. */
export async function loadGoals({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<GoalRow>`
		select g.id goal, g.pathway_id pathway, g.domain need, ${ms('g.set_at')} at, ${ms('g.ended_at')} ended_at
		from goal g join pathway w on w.id = g.pathway_id where ${isAsked(people)} order by g.set_at, g.id`.execute(
		tx,
	);
	return rows.flatMap(({ endedAt, ...goal }): Fact[] => [
		{ kind: 'goal-set', ...goal },
		...(endedAt === null ? [] : [{ kind: 'goal-ended', at: endedAt, goal: goal.goal } as const]),
	]);
}

interface StepRow {
	step: string;
	pathway: string;
	goal: string | null;
	organisation: string;
	hat: string | null;
	dueOn: string;
	byPerson: boolean;
	state: string;
	at: number;
	lastAt: number;
	reviewOn: string | null;
}
interface StepMoved {
	step: string;
	to: string;
	at: number;
}
/** Steps, with each of their moves: the events hold them, the row holds the dates. */
export async function loadSteps({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const moved = await sql<StepMoved>`
		select e.details ->> 'step' step, e.details ->> 'to' "to", ${ms('e.happened_at')} at
		from event e join pathway w on w.id = e.subject where e.name = 'step.moved' and ${isAsked(people)}
		order by e.seq`.execute(tx);
	const { rows } = await sql<StepRow>`
		select s.id step, s.pathway_id pathway, s.goal_id goal, s.organisation_id organisation, s.owner_hat_id hat,
			s.due_on::text due_on, s.proposed_by = 'person' by_person, s.state, ${ms('s.made_at')} at,
			(extract(epoch from coalesce(s.ended_at, s.accepted_at, s.made_at)) * 1000)::float8 last_at,
			s.review_on::text review_on
		from step s join pathway w on w.id = s.pathway_id
		where ${isAsked(people)} order by s.made_at, s.id`.execute(tx);
	const movesOf = Map.groupBy(moved.rows, ({ step }) => step);
	return rows.flatMap((row) => stepFacts(row, movesOf.get(row.step) ?? []));
}

function stepFacts(
	{ state, lastAt, reviewOn, ...row }: StepRow,
	moves: readonly Omit<StepMoved, 'step'>[],
): Fact[] {
	const told = [...moves];
	const last = told.at(-1);
	if ((last?.to ?? 'proposed') !== state) told.push({ to: state, at: Math.max(lastAt, last?.at ?? 0) });
	const { step } = row;
	return [
		{ kind: 'step-proposed', ...row },
		...told.flatMap(({ to, at }): Fact[] =>
			isStepState(to)
				? [
						{
							kind: 'step-moved',
							at,
							step,
							state: to,
							...(to === 'suspended' && reviewOn ? { until: reviewOn } : {}),
						},
					]
				: [],
		),
	];
}
