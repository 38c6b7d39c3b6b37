import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import type { RuleFile } from '../../thresholds.ts';
import { ruleLines } from '../rule-line.ts';
import { listSteeredDepartments } from './decide-thresholds.ts';
import { decisionOnOrganisations } from './per-organisation.ts';

/** The rules as they are in the actor's territory; its first département when it has several. */
export async function openRules(act: Act, asked: string | null) {
	const departments = await listSteeredDepartments(act);
	const department = departments.find((code) => code === asked) ?? departments[0] ?? null;
	const today = dayOf(act.at);
	return {
		departments,
		department,
		tomorrow: addDays(today, 1),
		decides: act.actor.hat?.role === 'coordinator',
		lines: department === null ? [] : ruleLines(await listDecisions(act, department), today),
		organisations: await decisionOnOrganisations(act),
	};
}

/** What was decided for a département, and for everywhere before it. */
async function listDecisions({ tx }: Act, department: string): Promise<RuleFile[]> {
	const { rows } = await sql<RuleFile>`
		select territory, decision, effective_on::text as effective_on, thresholds from rule_decision
		where territory in ('all', ${department}) order by effective_on, recorded_at`.execute(tx);
	return rows;
}
