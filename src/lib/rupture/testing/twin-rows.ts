import type { Fact } from '../facts.ts';

/** One fact as a row of the twin's table: what each kind tells, under few names. */
export interface TwinRow {
	seq: number;
	at: string;
	kind: string;
	person?: string;
	pathway?: string;
	subject?: string;
	state?: string;
	day?: string;
	until?: string | undefined;
	need?: string;
	org?: string;
	hat?: string | null;
	goal?: string | null;
	target?: string | null | undefined;
	agreement?: string | undefined;
	reason?: string | undefined;
	dept?: string;
	flag?: boolean;
	moment?: string;
	birth?: number | null;
}

export const twinColumns = [
	...[
		'seq',
		'at',
		'kind',
		'person',
		'pathway',
		'subject',
		'state',
		'day',
		'until',
		'need',
		'org',
		'hat',
		'goal',
		'target',
	],
	...['agreement', 'reason', 'dept', 'flag', 'moment', 'birth'],
] as const satisfies readonly string[];

const instant = (ms: number): string => new Date(ms).toISOString();

type Rest = Omit<TwinRow, 'seq' | 'at' | 'kind'>;

export const twinRow = (fact: Fact, seq: number): TwinRow => ({
	...{ seq, at: instant(fact.at), kind: fact.kind },
	...restOf(fact),
});

function restOf(fact: Fact): Rest {
	switch (fact.kind) {
		case 'person-known':
			return { person: fact.person, dept: fact.department, birth: fact.birthYear };
		case 'pathway-opened':
			return {
				person: fact.person,
				pathway: fact.pathway,
				subject: fact.pathway,
				hat: fact.hat,
				org: fact.organisation,
			};
		case 'pathway-moved':
			return { subject: fact.pathway, state: fact.state, until: fact.until };
		case 'pathway-led':
			return { subject: fact.pathway, hat: fact.hat, org: fact.organisation };
		case 'rhythm-set':
			return { subject: fact.pathway, flag: fact.close };
		case 'goal-set':
			return { pathway: fact.pathway, subject: fact.goal, need: fact.need };
		case 'goal-ended':
			return { subject: fact.goal };
		case 'step-proposed':
			return {
				pathway: fact.pathway,
				subject: fact.step,
				goal: fact.goal,
				org: fact.organisation,
				hat: fact.hat,
				day: fact.dueOn,
			};
		case 'step-moved':
			return { subject: fact.step, state: fact.state, until: fact.until };
		case 'step-due':
			return { subject: fact.step, day: fact.dueOn };
		case 'referral-drafted':
			return {
				...{
					pathway: fact.pathway,
					subject: fact.referral,
					goal: fact.goal,
					need: fact.need,
					flag: fact.urgent,
				},
				...{ dept: fact.department, org: fact.organisation, hat: fact.hat, target: fact.to },
			};
		case 'referral-moved':
			return {
				...{ subject: fact.referral, state: fact.state, target: fact.to, until: fact.until },
				...{ agreement: fact.agreement, reason: fact.reason },
			};
		case 'referral-news':
			return { subject: fact.referral };
		case 'feedback-given':
			return { subject: fact.referral, state: fact.helped };
		case 'contact':
			return { person: fact.person, day: fact.day };
		case 'attempt':
			return { person: fact.person, subject: fact.attempt, day: fact.day, state: fact.channel };
		case 'appointment-planned':
			return { pathway: fact.pathway, subject: fact.appointment, moment: instant(fact.startsAt) };
		case 'appointment-ended':
			return { subject: fact.appointment, state: fact.state };
		case 'agreement-given':
			return {
				person: fact.person,
				subject: fact.agreement,
				org: fact.organisation,
				moment: instant(fact.endsAt),
				flag: fact.forRequest,
			};
		case 'agreement-revoked':
			return { subject: fact.agreement };
		case 'relay-proposed':
			return { pathway: fact.pathway, subject: fact.relay, hat: fact.hat, org: fact.organisation };
		case 'relay-moved':
			return { subject: fact.relay, state: fact.state };
		case 'departure-told':
			return { hat: fact.hat, day: fact.day };
		case 'ending-noted':
			return { pathway: fact.pathway, subject: fact.ending, state: fact.what, day: fact.day };
		case 'ending-tied':
		case 'ending-settled':
			return { subject: fact.ending };
		case 'exit-noted':
			return { pathway: fact.pathway, subject: fact.exit, state: fact.what, day: fact.day };
		case 'exit-relayed':
			return { subject: fact.exit };
		case 'outcome-noted':
			return { pathway: fact.pathway, subject: fact.outcome, state: fact.what, day: fact.day };
		case 'outcome-checked':
			return { subject: fact.outcome, day: fact.day };
		case 'registered':
			return { pathway: fact.pathway, subject: fact.registration, state: fact.what, day: fact.day };
		case 'assessed':
		case 'committed':
			return { subject: fact.pathway };
	}
}

/** The same rows as COPY reads them, a line each. */
export function* twinLines(facts: readonly Fact[]): Generator<string> {
	let lines = '';
	for (const [seq, fact] of facts.entries()) {
		const row = twinRow(fact, seq);
		lines += `${twinColumns.map((name) => row[name] ?? '\\N').join('\t')}\n`;
		if (lines.length < 1_000_000) continue;
		yield lines;
		lines = '';
	}
	yield lines;
}
