import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { type RuleFile, readRuleFile } from '../../thresholds.ts';

/** The départements whose rules the actor's territory decides. */
export async function listSteeredDepartments({ tx }: Act): Promise<string[]> {
	const { rows } = await sql<{
		code: string;
	}>`select code from steered_departments() d (code) order by code`.execute(tx);
	return rows.map(({ code }) => code);
}

/**
 * Keeps what a territory decided of its thresholds, from a day to come on: whole, or not at all.
 * @param told as a file says it, or as a form builds it
 * @throws Refusal 422 with a sentence for what a file may not say, 403 for another territory
 */
export async function decideThresholds(act: Act, told: unknown): Promise<RuleFile> {
	const file = readRuleFile(told, dayOf(act.at));
	if (!(await listSteeredDepartments(act)).includes(file.territory))
		throw new Refusal(403, 'rules.elsewhere', { territory: file.territory });
	if (act.actor.hat?.role !== 'coordinator') throw new Refusal(403, 'rules.coordination-decides');
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('ruleDecision')
		.values({
			...{ id, territory: file.territory, decision: file.decision, effectiveOn: file.effectiveOn },
			thresholds: JSON.stringify(file.thresholds),
			...{ recordedAt: act.at, organisationId: act.actor.hat.organisationId, hatId: act.actor.hat.id },
		})
		.execute();
	await record(act, 'rules.decided', id, {});
	return file;
}

/** The same, from the text of a file. @throws Refusal 422 when it is no JSON */
export function decideFile(act: Act, text: string): Promise<RuleFile> {
	let told: unknown;
	try {
		told = JSON.parse(text);
	} catch {
		throw new Refusal(422, 'rules.file-unreadable');
	}
	return decideThresholds(act, told);
}
