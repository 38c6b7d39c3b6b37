import { logAccess } from '#lib/person/server/access-log.ts';
import { type Contact, readContact } from '#lib/person/server/contact.ts';
import type { Act } from '#lib/server/act.ts';
import { type NextStep, nextStepOf } from '../steps/server/next-step.ts';
import { type FoundPathway, findPathway } from './pathways.ts';
import { listTimeline, type TimelineEvent } from './timeline.ts';

interface GoalInHerWords {
	readonly id: string;
	readonly domain: string;
	readonly words: string;
	readonly state: string;
}

export interface Summary {
	readonly pathway: FoundPathway;
	readonly contact: Contact;
	readonly nextStep: NextStep | undefined;
	readonly goals: readonly GoalInHerWords[];
	readonly events: readonly TimelineEvent[];
	readonly total: number;
}

/** What a pathway says at a glance, as far as the actor may read; its reading is written down. */
export async function readSummary(act: Act, id: string, page: number): Promise<Summary> {
	const pathway = await findPathway(act, id);
	await logAccess(act, pathway.personId, pathway.readsSteps ? 'pathway' : 'identity');
	const contact = await readContact(act, pathway.personId);
	const nextStep = await nextStepOf(act, id);
	const goals = await listGoals(act, id);
	return { pathway, contact, nextStep, goals, ...(await listTimeline(act, id, page)) };
}

/** Goals in her words, those still open first. */
const listGoals = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('goal')
		.select(['id', 'domain', 'words', 'state'])
		.where('pathwayId', '=', pathwayId)
		.where('state', '<>', 'dropped')
		.orderBy('state')
		.orderBy('setAt')
		.execute();
