import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { type DigestChoice, usualHour } from '../choice.ts';

/** What the hat put on asked for: nothing, until it says so. */
export async function findChoice({ tx, actor }: Act): Promise<DigestChoice> {
	const chosen = await tx
		.selectFrom('digestChoice')
		.select(['daily', 'hour', 'urgent'])
		.where('hatId', '=', actor.hat?.id ?? null)
		.executeTakeFirst();
	return chosen ?? { daily: false, hour: usualHour, urgent: false };
}

/** Chooses for the hat put on. @throws Refusal 404 for whoever is not a worker */
export async function chooseDigest(act: Act, { daily, hour, urgent }: DigestChoice): Promise<void> {
	if (act.actor.hat?.role !== 'worker') throw new Refusal(404, 'problem.nothing-here');
	const hatId = act.actor.hat.id;
	const chosen = { daily, hour, urgent, chosenAt: act.at };
	await act.tx
		.insertInto('digestChoice')
		.values({ hatId, ...chosen })
		.onConflict((conflict) => conflict.column('hatId').doUpdateSet(chosen))
		.execute();
	await record(act, 'digest.chosen', hatId, { daily, hour, urgent });
}
