const minute = 60_000;
const hour = 60 * minute;

export interface Limit {
	readonly tries: number;
	/** In milliseconds. */
	readonly within: number;
}

/** What a limit counts by: the account named (whether or not it exists), the network asking. */
export type LimitKey = 'account' | 'address';
export type Limits = Readonly<Partial<Record<LimitKey, Limit>>>;

const perAccount = { tries: 5, within: 15 * minute };
const perAddress = { tries: 20, within: 15 * minute };

/**
 * How often each secret may be tried, and each mail asked for. Tries that succeed are given back; those that fail, and
 * every mail asked for, count until they are old. A command that checks a secret and stands not here fails a test.
 */
export const limits = {
	'sign-in': { account: perAccount, address: perAddress },
	'ask-for-link': { account: { tries: 3, within: hour }, address: { tries: 20, within: hour } },
	'use-link': { address: perAddress },
	'recover-password': { address: perAddress },
	'accept-invitation': { address: perAddress },
	'give-code': { account: perAccount, address: perAddress },
	'prove-identity': { account: perAccount, address: perAddress },
	'open-letter': { address: perAddress },
	'propose-correction': { account: { tries: 30, within: 24 * hour }, address: { tries: 20, within: hour } },
	'claim-page': { account: { tries: 3, within: 24 * hour }, address: { tries: 10, within: hour } },
	'type-claim-code': { account: { tries: 5, within: 24 * hour }, address: perAddress },
	'type-person-code': { account: perAccount, address: perAddress },
	// By code as it is typed, apart from the square of the card: guessing letters never closes the door of the card's holder.
	'enter-by-letters': { account: perAccount, address: perAddress },
	'enter-by-card': { account: { tries: 10, within: 15 * minute }, address: perAddress },
	'ask-sms-code': { account: { tries: 3, within: hour }, address: { tries: 10, within: hour } },
	'enter-by-sms': { account: perAccount, address: perAddress },
	'choose-pin': { address: perAddress },
	'answer-fact': { account: { tries: 3, within: hour } },
	'report-gap': { address: { tries: 10, within: hour } },
	'ask-for-alert': { account: { tries: 5, within: 24 * hour }, address: { tries: 10, within: hour } },
	'open-alert': { address: perAddress },
	invite: { account: { tries: 30, within: 24 * hour } },
} as const satisfies Record<string, Limits>;
export type LimitedAction = keyof typeof limits;

/** The oldest try that any limit still looks at is younger than this. */
export const longestWindow = Math.max(
	...Object.values<Limits>(limits).flatMap((each) => Object.values(each).map((limit) => limit.within)),
);

/** Whole minutes until the oldest counted try is forgotten, at least one. */
export const minutesToWait = (oldest: Date, { within }: Limit, at: Date): number =>
	Math.max(1, Math.ceil((oldest.getTime() + within - at.getTime()) / minute));
