import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import { answering } from './answering.ts';
import { flag, instant, page, perPage, uuid } from './parameters.ts';
import { parseBody, parseQuery } from './parse-query.ts';

const schema = z.strictObject({
	page,
	per_page: perPage,
	full: flag,
	modified_after: instant.optional(),
	organization_id: uuid.optional(),
});
const at = (search: string) => new URL(`https://exemple.fr/services${search}`);
const told = (work: () => unknown) => answering(async () => Response.json(await work()));

test('parameters become what they mean', () => {
	expect(parseQuery(schema, at(''))).toEqual({ page: 1, per_page: 50, full: false });
	expect(parseQuery(schema, at('?page=3&per_page=100&full&modified_after=2026-11-23'))).toEqual({
		page: 3,
		per_page: 100,
		full: true,
		modified_after: new Date('2026-11-23T00:00:00Z'),
	});
});

test.each([
	['?page=0', ['page']],
	['?page=1.5&per_page=101', ['page', 'per_page']],
	['?full=oui', ['full']],
	['?modified_after=hier', ['modified_after']],
	['?organization_id=1', ['organization_id']],
	['?ful=true', ['ful']],
	['?page=1&page=2', ['page']],
])('%s is a problem that names %j', async (search, names) => {
	const answer = await told(() => parseQuery(schema, at(search)));
	expect(answer.status).toBe(400);
	expect(answer.headers.get('content-type')).toBe('application/problem+json');
	const { parameters, code, detail } = await answer.json();
	expect(code).toBe('api.query.faulty');
	expect(detail).toContain('parameters');
	expect(parameters.map(({ name }: { name: string }) => name)).toEqual(names);
	for (const one of parameters) expect(one.detail).toMatch(/ /);
});

test('a body says the same as an address', async () => {
	const post = (body: string) => new Request(at('?page=2'), { method: 'POST', body });
	expect(await parseBody(schema, post('{"per_page": 5, "full": true}'))).toMatchObject({
		page: 2,
		per_page: 5,
		full: true,
	});
	expect(await parseBody(schema, post(''))).toMatchObject({ page: 2 });
	for (const wrong of ['[]', '{"page": 3}', '{"full": {}}', 'page=2', '{'])
		expect((await told(() => parseBody(schema, post(wrong)))).status).toBe(400);
});

test('a parameter of several values is told once for each, or with commas; what it may be is told', async () => {
	const several = z.strictObject({ kinds: z.array(z.enum(['a', 'b'])).optional() });
	for (const search of ['?kinds=a&kinds=b', '?kinds=a,b'])
		expect(parseQuery(several, at(search), ['kinds'])).toEqual({ kinds: ['a', 'b'] });
	const answer = await told(() => parseQuery(several, at('?kinds=a,c'), ['kinds']));
	expect((await answer.json()).parameters).toEqual([
		{ name: 'kinds', detail: expect.any(String), accepted: ['a', 'b'] },
	]);
});

test('an expected "no" is a problem too; a bug stays one', async () => {
	const answer = await told(() => {
		throw new Refusal(404, 'import-run.no-service');
	});
	expect(answer.status).toBe(404);
	expect(await answer.json()).toMatchObject({ status: 404, code: 'import-run.no-service' });
	await expect(told(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
});
