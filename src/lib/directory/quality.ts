import type { TextKey } from '#lib/texts/catalogue.ts';
import type { Service } from './service.ts';

export const criterionKeys = [
	'address',
	'ways',
	'audiences',
	'topics',
	'contact',
	'email',
	'phone',
	'fee',
	'description',
	'recent',
] as const;
export type CriterionKey = (typeof criterionKeys)[number];

export interface Criterion {
	readonly key: CriterionKey;
	/** From 0 to 1. */
	readonly worth: number;
	/** What to do to reach 1. */
	readonly advice: TextKey;
}
export interface Quality {
	/** From 0 to 1, the mean of the criteria that apply. */
	readonly score: number;
	readonly criteria: readonly Criterion[];
}

/** What the score looks at. Telephone and e-mail are the service's, else its organisation's: what its page shows. */
export type Judged = Pick<
	Service,
	| 'description'
	| 'topics'
	| 'fee'
	| 'feeDetails'
	| 'audiences'
	| 'welcomeModes'
	| 'phone'
	| 'email'
	| 'mobilisationLink'
	| 'mobilisationModes'
	| 'mobilisableBy'
	| 'updatedOn'
	| 'confidential'
	| 'contactPrivate'
> & {
	readonly verifiedOn: string | null;
	readonly place: { readonly address: string | null } | null;
};
type Owner = { readonly phone: string | null; readonly email: string | null };

type Rule = (service: Judged, contact: Owner, today: string) => number | undefined;

/** The ten criteria of data·inclusion's `score_qualite`; undefined where one does not apply. */
const rules = {
	address: ({ welcomeModes, mobilisationModes, place, confidential }) =>
		!confidential && (welcomeModes.includes('on-site') || mobilisationModes.includes('visit'))
			? whole(place?.address)
			: undefined,
	ways: ({ mobilisationModes, mobilisableBy }) =>
		(whole(mobilisationModes.length) + whole(mobilisableBy.length)) / 2,
	audiences: ({ audiences }) => whole(audiences.length),
	topics: ({ topics }) => whole(topics.length),
	contact: ({ mobilisationLink, contactPrivate }, { phone, email }) =>
		contactPrivate ? undefined : whole(phone ?? email ?? mobilisationLink),
	email: ({ mobilisationModes, contactPrivate }, { email }) =>
		!contactPrivate && mobilisationModes.includes('email') ? whole(email) : undefined,
	phone: ({ mobilisationModes, contactPrivate }, { phone }) =>
		!contactPrivate && mobilisationModes.includes('phone') ? whole(phone) : undefined,
	fee: ({ fee, feeDetails }) => (fee === 'paid' && !feeDetails ? 0.5 : whole(fee)),
	description: ({ description: { length } }) => (length < 50 ? 0 : length < 200 || length >= 2000 ? 0.5 : 1),
	recent: (service, _, today) => recency(lookedAtOn(service), today),
} satisfies Record<CriterionKey, Rule>;

/**
 * How well a service is described on a day (YYYY-MM-DD), criterion by criterion. The criteria are those of
 * data·inclusion v1; what is hidden to protect somebody is not missing.
 */
export function qualityOf(service: Judged, organisation: Owner, today: string): Quality {
	const contact = {
		phone: service.phone ?? organisation.phone,
		email: service.email ?? organisation.email,
	};
	const criteria = criterionKeys.flatMap((key) => {
		const worth = rules[key](service, contact, today);
		return worth === undefined ? [] : [{ key, worth, advice: `upkeep.advice.${key}` as const }];
	});
	return { score: mean(criteria.map(({ worth }) => worth)), criteria };
}

/** The mean of its services; nothing for an organisation that offers none. */
export const organisationScore = (services: readonly Quality[]): number | undefined =>
	services.length === 0 ? undefined : mean(services.map(({ score }) => score));

/** The day somebody last wrote the entry or said that it was still exact. */
export const lookedAtOn = (entry: {
	readonly updatedOn: string;
	readonly verifiedOn: string | null;
}): string =>
	entry.verifiedOn !== null && entry.verifiedOn > entry.updatedOn ? entry.verifiedOn : entry.updatedOn;

const dayMs = 86_400_000;
const sixMonths = 365 / 2;
const twoYears = 730;

/** 1 under six months, then in a line to 0 at two years. */
function recency(day: string, today: string): number {
	const age = (Date.parse(today) - Date.parse(day)) / dayMs;
	return Math.min(1, Math.max(0, (twoYears - age) / (twoYears - sixMonths)));
}

const whole = (told: unknown): 0 | 1 => (told ? 1 : 0);

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
