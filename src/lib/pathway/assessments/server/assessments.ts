import type { Act } from '#lib/server/act.ts';
import { type Answer, gridLevels, isDomain, type Manner, manners, skips, type Voice } from '../assessment.ts';

export interface Assessment {
	readonly id: string;
	readonly answeredBy: Voice;
	readonly manner: Manner;
	/** Calendar date YYYY-MM-DD. */
	readonly answeredOn: string;
	readonly workerName: string;
	/** Those open to the actor. */
	readonly answers: readonly Answer[];
}

/** The assessments of a pathway with at least one line open to the actor, the latest first. */
export async function listAssessments({ tx }: Act, pathwayId: string): Promise<readonly Assessment[]> {
	const heads = await tx
		.selectFrom('assessment')
		.select(['id', 'answeredBy', 'manner', 'answeredOn', 'workerName'])
		.where('pathwayId', '=', pathwayId)
		.orderBy('answeredOn', 'desc')
		.orderBy('madeAt', 'desc')
		.orderBy('id')
		.execute();
	const lines = await tx
		.selectFrom('assessmentAnswer')
		.select(['assessmentId', 'domain', 'level', 'skipped', 'herGoal', 'words'])
		.where('pathwayId', '=', pathwayId)
		.execute();
	const byHead = Map.groupBy(lines, ({ assessmentId }) => assessmentId);
	return heads.flatMap(({ answeredBy, manner, ...head }) => {
		const answers = (byHead.get(head.id) ?? []).flatMap(answerOf);
		return answers.length > 0
			? [{ ...head, manner: mannerOf(manner), answeredBy: voiceOf(answeredBy), answers }]
			: [];
	});
}

const mannerOf = (text: string): Manner => manners.find((each) => each === text) ?? 'together';
const voiceOf = (text: string): Voice => (text === 'person' ? 'person' : 'worker');

interface Line {
	readonly domain: string;
	readonly level: number | null;
	readonly skipped: string | null;
	readonly herGoal: boolean;
	readonly words: string | null;
}

const answerOf = ({ domain, level, skipped, herGoal, words }: Line): Answer[] =>
	isDomain(domain)
		? [
				{
					domain,
					level: gridLevels.find((each) => each === level) ?? null,
					skipped: skips.find((each) => each === skipped) ?? null,
					herGoal,
					words,
				},
			]
		: [];
