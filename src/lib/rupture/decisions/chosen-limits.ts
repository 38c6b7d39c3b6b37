import * as z from 'zod';
import { isRuleId, ruleIds } from '../rule.ts';

const WholeNumber = z
	.string()
	.trim()
	.regex(/^[1-9]\d{0,2}$/, 'rules.number-missing')
	.transform(Number)
	.optional();

/** The limits of one rule as the form says them: those that the rule has as numbers, from a day, by a decision. */
export const ChosenLimits = z.object({
	territory: z.string({ error: 'problem.field-invalid' }),
	rule: z.string({ error: 'rules.rule-missing' }).refine(isRuleId, 'rules.rule-missing'),
	case: z.string().default(''),
	attention: WholeNumber,
	rupture: WholeNumber,
	last: WholeNumber,
	effectiveOn: z.iso.date({ error: 'rules.day-missing' }),
	decision: z
		.string({ error: 'rules.decision-missing' })
		.trim()
		.min(1, 'rules.decision-missing')
		.max(200, 'rules.decision-long'),
});

/** The same as a file of rules says it, read again by the reader of files: one door for both. */
export function fileOf({ territory, effectiveOn, decision, ...threshold }: z.output<typeof ChosenLimits>) {
	const told = Object.fromEntries(Object.entries(threshold).filter(([, value]) => value !== undefined));
	return { territory, effectiveOn, decision, thresholds: [told] };
}

/** The rules in force as a file: every number that may be decided, from a day on. */
export const rulesAsFile = (
	lines: readonly {
		readonly rule: string;
		readonly case: string;
		readonly fields: readonly { readonly level: string; readonly value: string }[];
	}[],
	{ territory, effectiveOn, decision }: { territory: string; effectiveOn: string; decision: string },
) => ({
	territory,
	decision,
	effectiveOn,
	thresholds: lines
		.filter(({ fields, rule }) => fields.length > 0 && ruleIds.some((id) => id === rule))
		.map(({ rule, case: name, fields }) => ({
			rule,
			...(name && { case: name }),
			...Object.fromEntries(fields.map(({ level, value }) => [level, Number(value)])),
		})),
});
