import { draftOf, dropDraft } from '#lib/pathway/server/drafts.ts';
import type { Act } from '#lib/server/act.ts';
import type { Voice } from '../assessment.ts';

const keyOf = (pathwayId: string, voice: Voice): string => `assessment-${voice}.${pathwayId}`;

/** What was answered so far, one domain at a time: kept for whoever asks, and read by nobody else. */
export const readAssessmentDraft = async (
	act: Act,
	pathwayId: string,
	voice: Voice,
): Promise<Readonly<Record<string, string>>> => (await draftOf(act, keyOf(pathwayId, voice)))?.fields ?? {};

/** Adds the answer of a domain to those of the others. */
export async function keepAssessmentDraft(
	act: Act,
	pathwayId: string,
	voice: Voice,
	fields: Readonly<Record<string, string>>,
): Promise<void> {
	const all = JSON.stringify({ ...(await readAssessmentDraft(act, pathwayId, voice)), ...fields });
	const kept = { fields: all, savedAt: act.at };
	await act.tx
		.insertInto('draft')
		.values({ accountId: act.actor.accountId ?? '', key: keyOf(pathwayId, voice), ...kept })
		.onConflict((on) => on.columns(['accountId', 'key']).doUpdateSet(kept))
		.execute();
}

export const dropAssessmentDraft = (act: Act, pathwayId: string, voice: Voice): Promise<void> =>
	dropDraft(act, keyOf(pathwayId, voice));
