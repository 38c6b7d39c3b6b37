import { expect, test } from 'vitest';
import { sessionCookie } from '../src/lib/access/session.ts';
import { withSafeHeaders } from '../src/lib/server/headers.ts';
import { cookieFaults, type Headers, headerFaults } from './header-faults.ts';
import { canaries, leaksIn } from './prepared.ts';

const good: Headers = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'geolocation=(self), camera=()',
	'content-security-policy':
		"default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
	'cache-control': 'no-store',
};
const policy = good['content-security-policy'] ?? '';

test('good headers have no fault', () => {
	expect(headerFaults(good, { personal: true })).toEqual([]);
});

/** Each defect is seeded once: a check that never failed proves nothing. */
const seeded: [string, Headers][] = [
	['types may be guessed', { ...good, 'x-content-type-options': '' }],
	['no referrer policy', { ...good, 'referrer-policy': '' }],
	['camera not closed', { ...good, 'permissions-policy': 'geolocation=(self)' }],
	[
		'default-src is not none',
		{ ...good, 'content-security-policy': policy.replace("default-src 'none'", "default-src 'self'") },
	],
	['may be framed', { ...good, 'content-security-policy': policy.replace("; frame-ancestors 'none'", '') }],
	['base may be changed', { ...good, 'content-security-policy': policy.replace("base-uri 'none'; ", '') }],
	[
		'inline scripts run',
		{ ...good, 'content-security-policy': policy.replace("'sha256-x'", "'unsafe-inline'") },
	],
	[
		'inline styles apply',
		{ ...good, 'content-security-policy': policy.replace("style-src 'self'", "style-src 'unsafe-inline'") },
	],
	[
		'another site is allowed',
		{ ...good, 'content-security-policy': policy.replace("'sha256-x'", 'https://cdn.example') },
	],
	['a personal page is kept', { ...good, 'cache-control': 'private, no-cache' }],
];
test.each(seeded)('« %s » is named', (sentence, headers) => {
	expect(headerFaults(headers, { personal: true })).toEqual([sentence]);
});

test('the cookie of a session, on https and on a plain address', () => {
	expect(sessionCookie('https://inclusion.example.fr')).toBe('__Host-session');
	expect(cookieFaults('__Host-session=x; Path=/; HttpOnly; Secure; SameSite=Lax', { https: true })).toEqual(
		[],
	);
	expect(cookieFaults('session=x; Path=/; HttpOnly; SameSite=Lax', { https: false })).toEqual([]);
	expect(cookieFaults('session=x; Path=/; Secure; Domain=example.fr', { https: true })).toEqual([
		'scripts read it',
		'other sites send it',
		'other hosts get it',
		'not __Host- and Secure',
	]);
});

test('https is asked for, for a year, once the public address is https', () => {
	const { headers } = withSafeHeaders(new Response('x'), { https: true, personal: false });
	expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('a canary that came out is seen, wherever it stands', () => {
	expect(leaksIn('Bonjour Awa')).toEqual([]);
	for (const canary of canaries) expect(leaksIn(`<p title="${canary}">`)).toEqual([canary]);
});
