import { sql } from 'kysely';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** What a structure that may make her a card knows of it: whether a PIN was chosen, and the question she chose. */
export async function handOverFacts({ tx }: Act, personId: string) {
	const { rows } = await sql<{ may: boolean; hasPin: boolean; question: string | null }>`
		select may_hand_over(${personId}::uuid) as may, has_pin(${personId}::uuid) as has_pin,
			fact_asked(${personId}::uuid) as question`.execute(tx);
	return rows[0] ?? { may: false, hasPin: false, question: null };
}

/** @throws NotYours 404, and keeps the try, unless the actor leads or was chosen by her */
export async function refuseUnlessMayHandOver(act: Act, personId: string, what: string): Promise<void> {
	const { may } = await handOverFacts(act, personId);
	if (!may) throw new NotYours(what, personId);
}
