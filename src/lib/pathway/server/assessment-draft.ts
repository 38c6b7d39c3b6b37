import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import type { Voice } from '../assessment.ts';

const Fields = z.record(z.string(), z.string());
const keyOf = (pathwayId: string, voice: Voice): string => `assessment:${pathwayId}:${voice}`;

/** What was answered so far, one domain at a time: kept for whoever asks, and read by nobody else. */
export async function readAssessmentDraft(
	{ tx, actor }: Act,
	pathwayId: string,
	voice: Voice,
): Promise<Readonly<Record<string, string>>> {
	const row = await tx
		.selectFrom('draft')
		.select('fields')
		.where('accountId', '=', actor.accountId ?? '')
		.where('key', '=', keyOf(pathwayId, voice))
		.executeTakeFirst();
	return Fields.catch({}).parse(row?.fields ?? {});
}

/** Adds the answer of a domain to those of the others. */
export async function keepAssessmentDraft(
	act: Act,
	pathwayId: string,
	voice: Voice,
	fields: Readonly<Record<string, string>>,
): Promise<void> {
	const all = JSON.stringify({ ...(await readAssessmentDraft(act, pathwayId, voice)), ...fields });
	await act.tx
		.insertInto('draft')
		.values({
			accountId: act.actor.accountId ?? '',
			key: keyOf(pathwayId, voice),
			fields: all,
			savedAt: act.at,
		})
		.onConflict((on) => on.columns(['accountId', 'key']).doUpdateSet({ fields: all, savedAt: act.at }))
		.execute();
}

export const dropAssessmentDraft = ({ tx, actor }: Act, pathwayId: string, voice: Voice) =>
	tx
		.deleteFrom('draft')
		.where('accountId', '=', actor.accountId ?? '')
		.where('key', '=', keyOf(pathwayId, voice))
		.execute();
