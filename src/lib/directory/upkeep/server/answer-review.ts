import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import * as z from 'zod';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { answers } from '../letter.ts';
import { dayInParis } from './due-services.ts';
import { findLetter, type OpenLetter } from './letters.ts';
import { proposeFields } from './propose-correction.ts';

export const ReviewAnswer = z.object({
	answer: z.enum(answers, 'upkeep.answer-missing'),
	/** One service; without it, all those that still wait. */
	service: z.uuid('upkeep.answer-unknown').optional(),
});
type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/**
 * One click on the page of a mailed link. "Exact" dates the services; "closed" is proposed to those who decide, since a
 * forwarded mail must not take a service down. What is already answered stays.
 * @throws Refusal 404 for a link that no longer serves; 429 after too many links that were none
 */
export async function answerReview(
	door: Work,
	token: string,
	{ answer, service }: ReviewAnswer,
	visitor: Visitor,
): Promise<void> {
	await withLetter(door, token, visitor, async (act, letter) => {
		const answered = await noteAnswer(act, letter, answer, service);
		if (answer === 'exact') await verify(act, letter, answered);
		else for (const id of answered) await proposeClosing(act, letter, id);
	});
}

/** Works on the letter of a link; links that are none count against who tries them. */
export async function withLetter<Result>(
	door: Work,
	token: string,
	{ address }: Visitor,
	work: (act: Act, letter: OpenLetter) => Promise<Result>,
): Promise<Result> {
	const tries = await withinLimit(door, 'open-letter', { address });
	return door(async (act) => {
		const letter = await findLetter(act, token);
		await giveBack(act, tries);
		return work(act, letter);
	});
}

/** Which services this very answer is about: of two clicks at once, the second finds nothing left. */
async function noteAnswer(
	{ tx, at }: Act,
	letter: OpenLetter,
	answer: ReviewAnswer['answer'],
	service: string | undefined,
): Promise<string[]> {
	const rows = await tx
		.updateTable('reviewLetterService')
		.set({ answer, answeredAt: at })
		.where('letterId', '=', letter.id)
		.where('answer', 'is', null)
		.$if(service !== undefined, (query) => query.where('serviceId', '=', service!))
		.returning('serviceId')
		.execute();
	return rows.map(({ serviceId }) => serviceId);
}

async function verify(act: Act, { organisationId }: OpenLetter, services: readonly string[]): Promise<void> {
	if (services.length === 0) return;
	const today = dayInParis(act.at);
	await sql`update service set verified_on = ${today}::date where id = any (${services}::uuid[])`.execute(
		act.tx,
	);
	await record(act, 'directory.verified', organisationId, { services, by: 'letter' });
}

const proposeClosing = (act: Act, letter: OpenLetter, id: string): Promise<unknown> =>
	proposeFields(act, {
		kind: 'service',
		id,
		organisationId: letter.organisationId,
		letterId: letter.id,
		contactEmail: null,
		fields: [{ field: 'closed', before: null, proposed: dayInParis(act.at) }],
	});

/** Writes no more to the address of this letter, whatever the organisation or the campaign. */
export async function stopLetters(door: Work, token: string, visitor: Visitor): Promise<void> {
	await withLetter(door, token, visitor, async (act, { organisationId, email }) => {
		const addressHash = createHash('sha256').update(email).digest();
		await act.tx
			.insertInto('opposedAddress')
			.values({ addressHash, opposedAt: act.at })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		await record(act, 'upkeep.letters-stopped', organisationId, {});
	});
}
