import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectFromCells } from './hsds-cells.ts';

test('cells become what they mean', () => {
	expect(
		objectFromCells({
			id: '1',
			name: '',
			description: '',
			minimum_age: '16',
			weekly_hours: '1,5',
			fictional: 'true',
			'organization.name': 'Maison',
			'organization.description': '',
			'program.description': '',
			phones: '[{"number":"3949"}]',
			url: '[non',
		}),
	).toEqual({
		id: '1',
		description: '',
		minimum_age: 16,
		weekly_hours: 1.5,
		fictional: true,
		organization: { name: 'Maison', description: '' },
		phones: [{ number: '3949' }],
		url: '[non',
	});
});

test('no name of a column leads out of the object', () => {
	const name = fc.array(fc.constantFrom('__proto__', 'constructor', 'a', 'b'), { minLength: 1 });
	fc.assert(
		fc.property(
			fc.dictionary(
				name.map((steps) => steps.join('.')),
				fc.string(),
			),
			(cells) => {
				objectFromCells(cells);
				expect(Object.keys(Object.prototype)).toEqual([]);
				expect(({} as { a?: unknown }).a).toBeUndefined();
			},
		),
	);
});
