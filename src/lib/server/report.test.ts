import { expect, test, vi } from 'vitest';
import { report } from './report.ts';

test('a bug is one line with a reference, and nothing that somebody typed', () => {
	const written = vi.spyOn(console, 'error').mockImplementation(() => {});
	const error = Object.assign(new Error('invalid "0612345678" for awa@exemple.test: Key (email)=(awa)'), {
		code: '22P02',
	});
	const reference = report(error, { route: '/(account)/compte', method: 'POST' });
	const [line] = written.mock.calls[0] as [string];
	written.mockRestore();
	expect(reference).toMatch(/^\d{4}-\d{4}$/);
	expect(JSON.parse(line)).toMatchObject({
		reference,
		route: '/(account)/compte',
		name: 'Error',
		code: '22P02',
	});
	expect(line).not.toMatch(/0612345678|awa|\n/);
});
