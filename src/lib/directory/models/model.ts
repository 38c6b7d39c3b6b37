import type { FieldOf } from '../fields.ts';

/**
 * What the branches of one service have in common, whoever runs them. What is true of a single branch stays out of it:
 * its address, its hours, its telephone, its places, the state of its day.
 */
export const sharedFields = [
	'name',
	'description',
	'kind',
	'topics',
	'fee',
	'feeDetails',
	'audiences',
	'audienceDetails',
	'conditions',
	'welcomeModes',
	'welcome',
	'mobilisationModes',
	'mobilisableBy',
	'mobilisationDetails',
	'weeklyHours',
	'weeks',
] as const satisfies readonly FieldOf<'service'>[];
export type SharedField = (typeof sharedFields)[number];
export type SharedValues = Readonly<Partial<Record<SharedField, unknown>>>;

/** A field that a branch says otherwise than its model. */
export interface Difference {
	readonly field: SharedField;
	readonly model: unknown;
	readonly branch: unknown;
}

/** Where a branch says otherwise than its model, in the order of the fields. The order of a list means nothing. */
export const differencesFrom = (model: SharedValues, branch: SharedValues): Difference[] =>
	sharedFields
		.filter((field) => Object.hasOwn(model, field) && !isSame(model[field], branch[field]))
		.map((field) => ({ field, model: model[field], branch: branch[field] }));

function isSame(one: unknown, other: unknown): boolean {
	if (!Array.isArray(one) || !Array.isArray(other)) return (one ?? null) === (other ?? null);
	return new Set(one).symmetricDifference(new Set(other)).size === 0;
}

/** The values that a service gives to a model made of it. */
export const sharedOf = (service: SharedValues): SharedValues =>
	Object.fromEntries(sharedFields.map((field) => [field, service[field] ?? null]));

export const isSharedField = (name: string): name is SharedField =>
	(sharedFields as readonly string[]).includes(name);
