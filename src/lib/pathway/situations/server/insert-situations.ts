import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { type Happened, recordAll } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { NewPathway } from '../../server/open-pathway.ts';
import { nameOfActor } from '../../server/worker-name.ts';
import { NewGoal } from '../../steps/server/goals.ts';
import { NewStep } from '../../steps/server/propose-step.ts';
import type { ReadySituation } from '../situation.ts';

/** Somebody with the ids of what is written for her, each text under the rule of the form made by hand. */
function drawn(one: ReadySituation) {
	const goals = one.goals.map(({ words, domain }) => ({
		id: crypto.randomUUID(),
		...NewGoal.parse({ domain, goal: words, saidBy: 'person' }),
	}));
	const steps = one.steps.map(({ words, owner, dueOn, goal }) => ({
		id: crypto.randomUUID(),
		...NewStep.parse({ words, owner, dueOn, goal: goal === null ? '' : goals[goal]?.id }),
	}));
	const pathway = NewPathway.parse({ name: one.name, words: one.words ?? '' });
	return { ...one, ...pathway, goals, steps, personId: crypto.randomUUID(), pathwayId: crypto.randomUUID() };
}
type Drawn = ReturnType<typeof drawn>;

/**
 * Opens the pathways of many people at once, as by hand: led by the actor, active, with a next step proposed, its owner
 * and its date. One statement a table, whatever their number. @returns the ids of the pathways
 */
export async function insertSituations(act: Act, situations: readonly ReadySituation[]): Promise<string[]> {
	const people = situations.map(drawn);
	if (people.length === 0) return [];
	const leadName = await nameOfActor(act);
	await insertPeople(act, people);
	await insertPathways(act, people, leadName);
	await insertGoals(act, people);
	await insertSteps(act, people, leadName);
	await recordAll(act, people.flatMap(happenedTo));
	return people.map(({ pathwayId }) => pathwayId);
}

const insertPeople = ({ tx, at, actor }: Act, people: readonly Drawn[]) =>
	tx
		.insertInto('person')
		.values(
			people.map(({ personId, name, language, communeCode, contactRule, safeContact, protection }) => ({
				id: personId,
				name,
				language,
				communeCode,
				contactRule,
				safeContact,
				protection,
				openedBy: organisationOf(actor),
				openedAt: at,
			})),
		)
		.execute();

const insertPathways = (act: Act, people: readonly Drawn[], leadName: string) =>
	act.tx
		.insertInto('pathway')
		.values(
			people.map(({ pathwayId, personId, words, openedOn }) => ({
				id: pathwayId,
				personId,
				// Checked when the act ends: an active pathway has an open step.
				state: 'active',
				leadHatId: act.actor.hat?.id ?? '',
				leadOrganisationId: organisationOf(act.actor),
				leadName,
				words,
				openedAt: openedAt(act, openedOn),
			})),
		)
		.execute();

/** A day told without its hour: the middle of it, never later than now. */
const openedAt = ({ at }: Act, day: string | null): Date =>
	day === null || day === dayOf(at) ? at : new Date(`${day}T11:00:00Z`);

async function insertGoals({ tx, at, actor }: Act, people: readonly Drawn[]): Promise<void> {
	const goals = people.flatMap(({ pathwayId, goals }) =>
		goals.map(({ id, domain, goal, saidBy }) => ({
			id,
			pathwayId,
			domain,
			words: goal,
			saidBy,
			organisationId: organisationOf(actor),
			setAt: at,
		})),
	);
	if (goals.length > 0) await tx.insertInto('goal').values(goals).execute();
}

const insertSteps = ({ tx, at, actor }: Act, people: readonly Drawn[], leadName: string) =>
	tx
		.insertInto('step')
		.values(
			people.flatMap(({ pathwayId, name, steps }) =>
				steps.map(({ id, goal, words, owner, dueOn, proposedBy }) => ({
					id,
					pathwayId,
					goalId: goal,
					words,
					...(owner === 'person'
						? { owner: 'person', ownerHatId: null, ownerName: name }
						: { owner: 'worker', ownerHatId: actor.hat?.id ?? null, ownerName: leadName }),
					dueOn,
					proposedBy,
					organisationId: organisationOf(actor),
					madeAt: at,
				})),
			),
		)
		.execute();

const happenedTo = ({ pathwayId, goals, steps }: Drawn): Happened[] => [
	['pathway.opened', pathwayId, {}],
	...goals.map(({ id }): Happened => ['goal.set', pathwayId, { goal: id }]),
	...steps.map(({ id, proposedBy }): Happened => ['step.proposed', pathwayId, { step: id, by: proposedBy }]),
	['pathway.activated', pathwayId, {}],
];
