import { expect, test } from 'vitest';
import { openPool } from './database.ts';
import { isOutage } from './outage.ts';

const failure = (properties: object, message = 'no') => Object.assign(new Error(message), properties);

test.each([
	failure({ code: 'ECONNREFUSED' }),
	failure({ code: 'ENOENT', syscall: 'connect' }),
	failure({ code: '57P01' }),
	failure({ code: '57P03' }),
	failure({ code: '08006' }),
	failure({}, 'Connection terminated unexpectedly'),
	failure({}, 'timeout exceeded when trying to connect'),
	new AggregateError([failure({ code: 'ECONNREFUSED' })]),
])('%o is an outage', (error) => expect(isOutage(error)).toBe(true));

test.each([
	failure({ code: '42501' }),
	failure({ code: 'ENOENT', syscall: 'open' }),
	failure({}),
	'no',
	null,
])('%o is not', (error) => expect(isOutage(error)).toBe(false));

test('a server that is not there is an outage', async () => {
	const pool = openPool('postgresql://localhost:1/none');
	expect(isOutage(await pool.query('select 1').catch((error: unknown) => error))).toBe(true);
	await pool.end();
});
