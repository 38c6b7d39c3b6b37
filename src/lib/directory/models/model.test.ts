import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesFrom, isSharedField, type SharedValues, sharedFields, sharedOf } from './model.ts';

const value = fc.oneof(
	fc.constant(null),
	fc.string(),
	fc.integer(),
	fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
);
const values: fc.Arbitrary<SharedValues> = fc.record(
	Object.fromEntries(sharedFields.map((field) => [field, value])),
);

test('a service never differs from the model made of it, however its lists are ordered', () => {
	fc.assert(
		fc.property(values, (service) => {
			const turned = Object.fromEntries(
				Object.entries(service).map(([field, each]) => [
					field,
					Array.isArray(each) ? each.toReversed() : each,
				]),
			);
			expect(differencesFrom(sharedOf(service), turned)).toEqual([]);
		}),
	);
});

test('differences are the fields to copy to be the same', () => {
	fc.assert(
		fc.property(values, values, (model, branch) => {
			const patch = differencesFrom(model, branch).map((each) => [each.field, each.model]);
			expect(differencesFrom(model, { ...branch, ...Object.fromEntries(patch) })).toEqual([]);
		}),
	);
});

test('what the model does not give is free, and what is of one place is never given', () => {
	expect(differencesFrom({ fee: 'free' }, { fee: 'paid', name: 'Autre' })).toEqual([
		{ field: 'fee', model: 'free', branch: 'paid' },
	]);
	for (const local of ['phone', 'email', 'openingHours', 'placesLeft', 'stops', 'confidential'])
		expect(isSharedField(local)).toBe(false);
});
