import { expect, test } from 'vitest';
import { bringsTooMuch } from './body-limit.ts';

const posted = (headers: Record<string, string>) =>
	new Request('http://localhost/', { method: 'POST', headers, body: 'a=b' });

test('a form is let in, what is longer or says no length is not', () => {
	expect(bringsTooMuch(new Request('http://localhost/'))).toBe(false);
	expect(bringsTooMuch(posted({ 'content-length': '3' }))).toBe(false);
	expect(bringsTooMuch(posted({ 'content-length': '1048577' }))).toBe(true);
	expect(bringsTooMuch(posted({ 'content-length': '1048577' }), 2_000_000)).toBe(false);
	expect(bringsTooMuch(posted({ 'content-length': '3, 3' }))).toBe(true);
	expect(bringsTooMuch(posted({}))).toBe(true);
});
