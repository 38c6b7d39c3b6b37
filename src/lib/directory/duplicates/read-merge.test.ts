import { expect, test } from 'vitest';
import { readPairFilter } from './pair-filter.ts';
import { readMerge } from './read-merge.ts';

const form = (fields: readonly (readonly [string, string])[]) => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};
const id = '6896a8e3-0093-4353-8de3-daa0a2e3498d';

test('a comparison is read field by field', () => {
	expect(
		readMerge(
			form([
				['keep', 'second'],
				['seen', '12'],
				['champ.email', 'first'],
				['champ.languages', 'both'],
				['services', id],
			]),
		),
	).toEqual({
		ok: true,
		value: { keep: 'second', seen: 12, choices: { email: 'first', languages: 'both' }, services: [id] },
	});
});

test('what is missing or made up comes back with what was chosen', () => {
	expect(readMerge(form([['champ.email', 'first']]))).toMatchObject({
		ok: false,
		errors: { keep: 'Choisissez la fiche à garder.' },
		values: { 'champ.email': 'first' },
	});
	expect(
		readMerge(
			form([
				['keep', 'first'],
				['champ.email', 'third'],
			]),
		),
	).toMatchObject({ ok: false });
	expect(
		readMerge(
			form([
				['keep', 'first'],
				['services', 'tout'],
			]),
		),
	).toMatchObject({ ok: false });
});

test('an address typed by hand shows a list, never an error', () => {
	const wanted = 'etat=decides&type=services&territoire=set:demo-246200364&page=3';
	expect(readPairFilter(new URLSearchParams(wanted))).toEqual({
		decided: true,
		kind: 'service',
		territory: { kind: 'set', code: 'demo-246200364' },
		run: null,
		page: 3,
	});
	expect(readPairFilter(new URLSearchParams(`import=${id}&page=-1`))).toMatchObject({ run: id, page: 1 });
	expect(
		readPairFilter(new URLSearchParams("import=';drop&type=tout&territoire=lune&page=1e99")),
	).toMatchObject({
		run: null,
		kind: null,
		territory: null,
		page: 10_000,
	});
});
