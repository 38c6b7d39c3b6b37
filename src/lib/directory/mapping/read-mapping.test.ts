import { expect, test } from 'vitest';
import { readMapping, readMappingValue } from './read-mapping.ts';
import { shippedMapping, shippedNames } from './shipped.ts';

const right = {
	version: 1,
	name: 'Essai',
	source: 'essai',
	structure: { id: 'id', nom: 'nom' },
};
const faultsOf = (more: object) =>
	(readMappingValue({ ...right, ...more }).faults ?? []).map(({ where, problem }) => `${where} : ${problem}`);
const inField = (rule: unknown, more: object = {}) =>
	faultsOf({ structure: { ...right.structure, description: rule }, ...more });

test('the smallest mapping is right', () => {
	expect(readMappingValue(right).faults).toBeUndefined();
	expect(readMapping(`\ufeff${JSON.stringify(right)}`).faults).toBeUndefined();
});

test.each(shippedNames)('the mapping %s of the product is right', (name) => {
	expect(shippedMapping(name)).toBeDefined();
});

test.each<[what: string, faults: () => string[], sentence: RegExp]>([
	['not JSON', () => readMapping('{').faults?.map(({ problem }) => problem) ?? [], /JSON correct/],
	['another version', () => faultsOf({ version: 2 }), /^version : .*"version": 1/],
	['a source with signs', () => faultsOf({ source: 'CCAS Lens' }), /^source : .*ccas-lens/],
	['an unknown member', () => faultsOf({ sources: 'x' }), /^sources : .*« sources ».*« source »/],
	[
		'an unknown field',
		() => faultsOf({ structure: { ...right.structure, telefone: 'tel' } }),
		/^structure\.telefone : .*« telephone »/,
	],
	['a missing name', () => faultsOf({ structure: { id: 'id' } }), /^structure : .*« nom »/],
	['nothing given', () => faultsOf({ parts: [{}], structure: right.structure }), /ni structure ni service/],
	['a number for a rule', () => inField(3), /^structure\.description : .*règle/],
	['a rule without an origin', () => inField({ steps: ['lower'] }), /d’où vient la valeur/],
	['two origins', () => inField({ column: 'a', constant: 'b' }), /column, constant/],
	[
		'an unknown step',
		() => inField({ column: 'a', steps: ['dates'] }),
		/^structure\.description\.steps\[0\] : .*« dates ».*« date »/,
	],
	['two steps in one', () => inField({ column: 'a', steps: [{ pad: 2, prefix: 'x' }] }), /pad, prefix/],
	[
		'an unknown table',
		() => inField({ column: 'a', steps: [{ table: 'public' }] }),
		/« public ».*« publics »/,
	],
	['an unknown value', () => inField({ value: 'telle' }, { values: { tel: 'a' } }), /« telle »/],
	['a file not joined', () => inField({ column: 'a', from: 'lieux' }), /« lieux » n’est pas joint/],
	['an element where there is none', () => inField({ item: 'a' }), /« item »/],
	['an open brace', () => inField({ template: '{a' }), /refermé/],
	['a condition that asks nothing of', () => faultsOf({ keep: { is: 'x' } }), /^keep/],
	[
		'a file that is not described',
		() => faultsOf({ joins: { lieux: { key: 'id', with: 'a' } } }),
		/« lieux » n’est pas décrit/,
	],
	[
		'a service without an identifier',
		() => faultsOf({ services: [{ each: 'l', nom: 'n', description: 'd' }] }),
		/^services\[0\] : .*« id »/,
	],
	['too many digits', () => inField({ column: 'a', steps: [{ pad: 1000 }] }), /50/],
])('%s is said in a sentence', (_, faults, sentence) => {
	expect(faults().join('\n')).toMatch(sentence);
});

test('values that go round in circles are refused, through whatever others', () => {
	const values = {
		a: { value: 'b' },
		b: { join: ['x', { value: 'c' }] },
		c: { cases: [{ when: { of: { value: 'a' }, filled: true }, give: 'x' }] },
	};
	expect(faultsOf({ values }).join()).toContain('a → b → c → a');
	const joins = { lieux: { key: 'id', with: { value: 'd' } } };
	const files = { lignes: {}, lieux: {} };
	expect(faultsOf({ joins, files, values: { d: { column: 'x', from: 'lieux' } } }).join()).toMatch(
		/d → joins\.lieux → d/,
	);
});

test('a file deeper than the machine can go is refused', () => {
	let rule: unknown = 'a';
	for (let level = 0; level < 100_000; level++) rule = [rule];
	expect(inField(rule).join()).toMatch(/quarante/);
});
