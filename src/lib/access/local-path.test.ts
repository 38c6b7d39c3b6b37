import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/compte', '/trouver?ou=Roubaix&q=repas#liste', '/invitation/abc'])('%s is ours', (path) => {
	expect(localPath(path, '/')).toBe(path);
});

test.each([
	null,
	undefined,
	'',
	'compte',
	'//mal.test',
	'/\\mal.test',
	'/\t/mal.test',
	'https://mal.test',
	'javascript:alert(1)',
	'/a\\..\\b',
	`/${'a'.repeat(600)}`,
	'/\r\nSet-Cookie: a=b',
])('%s is not', (asked) => expect(localPath(asked, '/ici')).toBe('/ici'));

test('whatever is asked, the answer stays here', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.webUrl(),
				fc.webPath().map((path) => `/${path}`),
			),
			(asked) => {
				const found = localPath(asked, '/ici');
				expect(new URL(found, 'https://passerelles.test').origin).toBe('https://passerelles.test');
			},
		),
		{ numRuns: 40 },
	);
});
