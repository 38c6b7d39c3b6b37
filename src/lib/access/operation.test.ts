import { expect, test } from 'vitest';
import { operationOf } from './operation.ts';

const page = { GET: 'anyone', enregistrer: 'account' };
const api = { GET: 'anyone', POST: 'account' };
const asked = (method: string, search: string, declared: object) =>
	operationOf(method, new URLSearchParams(search), { ...declared });

test.each([
	['GET', '', page, 'GET'],
	['HEAD', '', page, 'GET'],
	['GET', '/enregistrer', page, 'GET'],
	['POST', '/enregistrer', page, 'enregistrer'],
	['POST', 'a=1&/enregistrer', page, 'enregistrer'],
	['POST', '/enregistrer&/autre', page, 'enregistrer'],
	['POST', '', page, 'default'],
	['POST', '', api, 'POST'],
	['PUT', '', api, 'PUT'],
	['DELETE', '/GET', api, 'DELETE'],
])('%s ?%s', (method, search, declared, name) => expect(asked(method, search, declared)).toBe(name));

test('a POST never passes for a reading', () => {
	expect(asked('POST', '/GET', page)).toBeUndefined();
	expect(asked('POST', '/GET', api)).toBeUndefined();
	expect(asked('POST', '/enregistrer', { ...api, ...page, POST: 'account' })).toBeUndefined();
});
