import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey, translate, type Values } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { Alert } from './evaluate.ts';

/** Gives an organisation's name by its id; nothing when whoever reads may not know it. */
export type NameOf = (organisationId: string) => string | undefined;

type Said = Pick<Alert, 'rule' | 'level' | 'params' | 'owner' | 'targetId'>;

/** What happened and what to do, in one sentence: no name of hers, nothing against anybody. */
export const sayAlert = (alert: Said, nameOf: NameOf): string =>
	say(`rupture.${alert.rule.toLowerCase()}`, alert, nameOf);

/** « Parce que … »: the fact, its date, the rule, and who has the next move. */
export function sayBecause(alert: Said, nameOf: NameOf): string {
	return translate('rupture.because-rule', {
		because: say(`rupture.because-${alert.rule.toLowerCase()}`, alert, nameOf),
		rule: alert.rule,
		owner: sayOwner(alert, nameOf),
	});
}

/** Who has the next move, without any worker's name. */
export const sayOwner = ({ owner, targetId }: Said, nameOf: NameOf): string =>
	say(
		`rupture.owner-${owner.who}`,
		{ params: {}, level: 'attention', targetId: owner.organisationId ?? targetId },
		nameOf,
	);

const isDay = /^\d{4}-\d\d-\d\d$/;
const startSmall = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function say(
	key: string,
	{ params, level, targetId }: Pick<Alert, 'params' | 'level' | 'targetId'>,
	nameOf: NameOf,
): string {
	if (!isTextKey(key)) throw new Error(`no sentence for ${key}`);
	const values: Values = { last: level === 'last-call' ? 'yes' : 'no' };
	for (const [name, value] of Object.entries(params)) {
		const named = typeof value === 'string' ? nameFor(name, value) : undefined;
		if (named)
			values[`${name}_name`] = opensSentence.includes(name) ? translate(named) : startSmall(translate(named));
		values[name] = typeof value === 'string' && isDay.test(value) ? frenchDate(value) : value;
	}
	const name = targetId === null ? undefined : nameOf(targetId);
	return translate(key, { ...values, organisation: name ?? translate('rupture.organisation-unnamed') });
}

/** Names that come first in their sentence. */
const opensSentence = ['ending', 'outcome'];

/** Codes that have a name of their own in the texts. */
const textsOf: Readonly<Record<string, string>> = {
	need: 'person.domain-',
	reason: 'referral.reason-',
	way: 'rupture.way-',
	ending: 'rupture.ending-',
	exit: 'rupture.exit-',
	outcome: 'rupture.outcome-',
};

function nameFor(name: string, code: string): TextKey | undefined {
	const prefix = textsOf[name];
	const key = `${prefix}${code}`;
	return prefix && isTextKey(key) ? key : undefined;
}
