import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Command, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';

const search: Pick<Command, 'options'> = {
	options: {
		near: { type: 'string', value: 'LIEU', help: '' },
		radius: { type: 'string', value: 'KM', help: '' },
		remove: { type: 'boolean', help: '' },
	},
};
const read = (...rest: string[]) => readOptions(search, rest);
const complaint = (...rest: string[]): string => {
	try {
		read(...rest);
	} catch (error) {
		if (error instanceof WrongUse) return error.message;
		throw error;
	}
	return '';
};

test('words and options come in any order, with or without an equals sign', () => {
	expect(read('aide', '--near', 'Lens', 'logement', '--json')).toEqual({
		words: ['aide', 'logement'],
		options: { near: 'Lens', json: true },
	});
	expect(read('--near=-20.88,55.45').options).toEqual({ near: '-20.88,55.45' });
	expect(read('--near', '-20.88,55.45').options).toEqual({ near: '-20.88,55.45' });
	expect(read('--', '--near').words).toEqual(['--near']);
});

test('an unknown option is said in French, with the one probably meant', () => {
	expect(complaint('--nera', 'Lens')).toBe('L’option --nera n’existe pas. Vouliez-vous dire --near ?');
	expect(complaint('--radus=3')).toContain('--radius ?');
	expect(complaint('--couleur')).toBe(
		'L’option --couleur n’existe pas. Options : --json, --near, --radius, --remove.',
	);
	expect(complaint('-x')).toContain('L’option -x n’existe pas.');
});

test('an option without its value, or with one too many, is said', () => {
	for (const rest of [['--near'], ['--near', '--json'], ['--near=']])
		expect(complaint(...rest)).toBe('L’option --near attend une valeur : --near LIEU.');
	expect(complaint('--remove=oui')).toBe('L’option --remove ne prend pas de valeur.');
});

test('whatever is typed is read or refused, never a bug', () => {
	const word = fc.oneof(
		fc.string(),
		fc.constantFrom('--near', '--json', '--', '-n', '--__proto__', '--near='),
	);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 6 }), (rest) => {
			expect(() => complaint(...rest)).not.toThrow();
		}),
	);
});
