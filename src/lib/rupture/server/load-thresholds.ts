import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { type RuleFile, type Thresholds, thresholdsOf } from '../thresholds.ts';

/** What the territories decided, whole: each decision holds from its day on. */
export async function loadThresholds({ tx }: Act): Promise<Thresholds> {
	const { rows } = await sql<RuleFile>`
		select territory, decision, effective_on::text as effective_on, thresholds
		from rule_decision order by effective_on, recorded_at`.execute(tx);
	return thresholdsOf(rows);
}
