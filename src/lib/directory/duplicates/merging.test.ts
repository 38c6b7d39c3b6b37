import { describe, expect, test } from 'vitest';
import { compareFields, mergedFields, proposedKeeper, takenValues, type Version } from './merging.ts';

const version = (values: Version['values'], more: Partial<Version> = {}): Version => ({
	id: 'a',
	name: String(values.name ?? 'Maison'),
	toldOn: '2026-01-01',
	services: 0,
	address: null,
	values,
	...more,
});
const compared = (first: Version, second: Version, field: string) =>
	compareFields('organisation', first, second).find((one) => one.field === field);

describe('what is proposed of each field', () => {
	const older = version({ name: 'Maison', email: 'a@exemple.test', languages: ['en', 'ar'], phone: null });
	const newer = version(
		{ name: 'Maison', email: 'b@exemple.test', languages: ['ar', 'en'], phone: '0321000001' },
		{ toldOn: '2026-10-01' },
	);

	test('what was said last, where both say something else', () => {
		expect(compared(older, newer, 'email')).toEqual({
			field: 'email',
			same: false,
			options: ['first', 'second'],
			chosen: 'second',
		});
		expect(compared(newer, older, 'email')?.chosen).toBe('first');
	});

	test('what is said, where only one says it', () => {
		expect(compared(older, newer, 'phone')).toMatchObject({ options: ['second'], chosen: 'second' });
	});

	test('the same list in another order is the same, two lists can stand together', () => {
		expect(compared(older, newer, 'languages')?.same).toBe(true);
		const other = version({ ...newer.values, languages: ['uk'] });
		expect(compared(older, other, 'languages')?.options).toEqual(['first', 'second', 'both']);
	});

	test('a name in capitals gives way, whatever its date', () => {
		const shouted = version({ name: 'MAISON DU CANAL' }, { toldOn: '2026-10-01' });
		expect(compared(version({ name: 'Maison du canal' }), shouted, 'name')?.chosen).toBe('first');
	});

	test('the same address written by two sources is the same place', () => {
		const at = (placeId: string, address: string) => version({ placeId }, { address });
		const [one, other] = [at('p', '1 rue de Paris, 62300 Lens'), at('q', '1, RUE DE PARIS, 62300 LENS')];
		expect(compared(one, other, 'placeId')?.same).toBe(true);
		expect(takenValues('organisation', one, other, () => 'merged')).toEqual({});
	});

	test('a value that breaks its field’s rule is not offered against one that follows it', () => {
		const broken = version({ name: 'Maison', email: 'pas une adresse' }, { toldOn: '2026-10-01' });
		expect(compared(older, broken, 'email')).toMatchObject({ options: ['first'], chosen: 'first' });
		expect(takenValues('organisation', older, broken, () => 'merged')).toEqual({});
	});
});

test('what is taken is what differs and was chosen', () => {
	const kept = version({ name: 'Maison', email: 'a@exemple.test', languages: ['en'], phone: '0321000001' });
	const merged = version({ name: 'Maison', email: 'b@exemple.test', languages: ['ar'], phone: null });
	expect(takenValues('organisation', kept, merged, () => 'kept')).toEqual({});
	expect(takenValues('organisation', kept, merged, () => 'both')).toEqual({
		email: 'b@exemple.test',
		languages: ['en', 'ar'],
	});
	expect(takenValues('organisation', kept, merged, () => 'merged')).toEqual({
		email: 'b@exemple.test',
		languages: ['ar'],
	});
});

test('the entry with more services stays, then the fuller, then the later', () => {
	const one = version({ name: 'Maison' });
	const keeper = (other: Version) => proposedKeeper('organisation', one, other);
	expect(keeper(version({ name: 'Maison' }, { services: 2 }))).toBe('second');
	expect(keeper(version({ name: 'Maison', email: 'a@exemple.test' }))).toBe('second');
	expect(keeper(version({ name: 'Maison' }, { toldOn: '2026-02-01' }))).toBe('second');
	expect(keeper(version({ name: 'Maison' }))).toBe('first');
});

test('what is private is never chosen by comparing', () => {
	for (const kind of ['organisation', 'service'] as const)
		expect(mergedFields(kind)).not.toEqual(expect.arrayContaining(['confidential']));
});
