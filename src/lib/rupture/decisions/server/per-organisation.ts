import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const Decision = z
	.string({ error: 'rules.decision-missing' })
	.trim()
	.min(1, 'rules.decision-missing')
	.max(200, 'rules.decision-long');
export const AgreedFigures = z.object({ decision: Decision });

/** The decision by which the collective of the actor's territory shows figures per organisation; null without any. */
export async function decisionOnOrganisations({
	tx,
}: Act): Promise<{ decision: string; recordedAt: Date } | null> {
	const found = await tx
		.selectFrom('shownPerOrganisation')
		.select(['decision', 'recordedAt'])
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	return found ?? null;
}

/**
 * Keeps the decision of the collective. @throws Refusal 409 when one holds already, 403 for whoever does not
 * coordinate, 404 without a territory
 */
export async function showPerOrganisation(
	act: Act,
	{ decision }: z.output<typeof AgreedFigures>,
): Promise<void> {
	const { hat } = act.actor;
	if (!hat?.territoryKind || !hat.territoryCode) throw new Refusal(404, 'problem.nothing-here');
	if (hat.role !== 'coordinator') throw new Refusal(403, 'rules.coordination-decides');
	await sql`select pg_advisory_xact_lock(hashtextextended(${`shown ${hat.territoryKind} ${hat.territoryCode}`}, 0))`.execute(
		act.tx,
	);
	if (await decisionOnOrganisations(act)) throw new Refusal(409, 'rules.shown-already');
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('shownPerOrganisation')
		.values({
			...{ id, decision, hatId: hat.id, recordedAt: act.at },
			...{ territoryKind: hat.territoryKind, territoryCode: hat.territoryCode },
		})
		.execute();
	await record(act, 'rules.shown-per-organisation', id, {});
}

/** The collective takes its agreement back: the next reading shows no organisation. @throws Refusal 409 without any */
export async function hideOrganisations(act: Act): Promise<void> {
	if (act.actor.hat?.role !== 'coordinator') throw new Refusal(403, 'rules.coordination-decides');
	const ended = await act.tx
		.updateTable('shownPerOrganisation')
		.set({ endedAt: act.at })
		.where('endedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!ended) throw new Refusal(409, 'rules.hidden-already');
	await record(act, 'rules.hidden-per-organisation', ended.id, {});
}
