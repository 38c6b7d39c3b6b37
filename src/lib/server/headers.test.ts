import { expect, test } from 'vitest';
import { fileHeaders, withSafeHeaders } from './headers.ts';

const answered = (https: boolean, personal: boolean, headers: Record<string, string> = {}) =>
	withSafeHeaders(new Response('', { headers }), { https, personal }).headers;

test('a personal page is kept nowhere, whatever it asked for', () => {
	expect(answered(true, true, { 'cache-control': 'public, max-age=60' }).get('cache-control')).toBe(
		'no-store',
	);
});

test('a public page keeps its own choice, and is asked again by default', () => {
	expect(answered(true, false, { 'cache-control': 'public, max-age=60' }).get('cache-control')).toBe(
		'public, max-age=60',
	);
	expect(answered(true, false).get('cache-control')).toBe('private, no-cache');
});

test('https is remembered for a year, plain addresses promise nothing', () => {
	expect(answered(true, false).get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
	expect(answered(false, false).has('strict-transport-security')).toBe(false);
});

test('a page keeps its policy with its nonce; anything else runs nothing', () => {
	const page = answered(true, false, { 'content-security-policy': "script-src 'nonce-a'" });
	expect(page.get('content-security-policy')).toBe("script-src 'nonce-a'");
	expect(answered(true, false).get('content-security-policy')).toContain("default-src 'none'");
});

test('no page may be framed, sniffed, nor ask for the camera', () => {
	const headers = answered(true, true);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('permissions-policy')).toMatch(/geolocation=\(self\).*camera=\(\)/);
	expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('what is made to be framed may be, and keeps every other rule', () => {
	const page = new Response('', {
		headers: { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" },
	});
	const { headers } = withSafeHeaders(page, { https: true, personal: false, framed: true });
	expect(headers.get('content-security-policy')).toBe(
		"default-src 'none'; frame-ancestors *; base-uri 'none'",
	);
	expect(headers.has('x-frame-options')).toBe(false);
	expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
	expect(answered(true, false).get('x-frame-options')).toBe('DENY');
});

test('a file is never guessed, and comes by https alone where the address is https', () => {
	expect(fileHeaders(false)).toEqual({ 'x-content-type-options': 'nosniff' });
	expect(fileHeaders(true)).toMatchObject({
		'strict-transport-security': 'max-age=31536000; includeSubDomains',
	});
});
