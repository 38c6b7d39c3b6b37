import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { answerBy, wordKinds } from '../own-word.ts';
import { openOwnPathway } from './own-pathway.ts';

const about = z
	.union([z.uuid(), z.literal('')])
	.optional()
	.transform((id) => id || null);

export const Saying = z.object({
	kind: z.enum(wordKinds),
	words: z
		.string()
		.trim()
		.max(1000, 'own-space.words-long')
		.default('')
		.transform((said) => said || null),
	step: about,
	appointment: about,
	referral: about,
});

/** What was promised: who answers, and by which day. */
export interface Promised {
	readonly name: string;
	readonly day: string;
}

/**
 * She says that something did not work, that she cannot come, or that she wants to talk: to her lead worker, by name.
 * Two taps in a row say it once.
 * @throws Refusal 404 for what is not hers; 409 when no pathway is open
 */
export async function sayWord(act: Act, said: z.output<typeof Saying>): Promise<Promised> {
	const pathway = await openOwnPathway(act);
	await sql`select pg_advisory_xact_lock(hashtextextended(${`own-word ${pathway.id}`}, 0))`.execute(act.tx);
	await refuseUnlessHers(act, pathway.id, said);
	const waiting = await stillWaiting(act, pathway.id, said);
	if (waiting) return waiting;
	const day = answerBy(said.kind, act.at, pathway.communeCode);
	await act.tx
		.insertInto('ownWord')
		.values({
			pathwayId: pathway.id,
			kind: said.kind,
			words: said.words,
			stepId: said.step,
			appointmentId: said.appointment,
			referralId: said.referral,
			toHatId: pathway.leadHatId,
			toOrganisationId: pathway.leadOrganisationId,
			toName: pathway.leadName,
			saidAt: act.at,
			answerBy: day,
		})
		.execute();
	await record(act, 'pathway.word-said', pathway.id, { kind: said.kind });
	return { name: pathway.leadName, day };
}

type Said = z.output<typeof Saying>;

/** The same thing, already said without another word and not answered yet. */
async function stillWaiting(
	{ tx }: Act,
	pathwayId: string,
	{ kind, words, ...on }: Said,
): Promise<Promised | undefined> {
	if (words) return undefined;
	const found = await tx
		.selectFrom('ownWord')
		.select(['toName as name', 'answerBy as day'])
		.where('pathwayId', '=', pathwayId)
		.where('kind', '=', kind)
		.where('answeredAt', 'is', null)
		.where('stepId', 'is not distinct from', on.step)
		.where('appointmentId', 'is not distinct from', on.appointment)
		.where('referralId', 'is not distinct from', on.referral)
		.executeTakeFirst();
	return found;
}

/** Row security hides what is somebody else's: it is then as if it did not exist. */
async function refuseUnlessHers(
	{ tx }: Act,
	pathwayId: string,
	{ step, appointment, referral }: Said,
): Promise<void> {
	for (const [table, id] of [
		['step', step],
		['appointment', appointment],
		['referral', referral],
	] as const) {
		if (id === null) continue;
		const found = await tx
			.selectFrom(table)
			.select('id')
			.where('id', '=', id)
			.where('pathwayId', '=', pathwayId)
			.executeTakeFirst();
		if (!found) throw new Refusal(404, 'own-space.gone');
	}
}
