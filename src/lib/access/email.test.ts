import { expect, test } from 'vitest';
import { Email } from './email.ts';

test('an address is kept without spaces, in lower case', () => {
	expect(Email.parse('  Awa.Diallo@Exemple.TEST ')).toBe('awa.diallo@exemple.test');
});

test.each([
	'',
	'   ',
	'awa',
	'awa@',
	'@exemple.test',
	'awa@exemple',
	`${'a'.repeat(250)}@b.test`,
	'a\u0000@b.test',
	'<b>@b.test',
])('« %s » is no address, and the sentence says so', (typed) => {
	const { error } = Email.safeParse(typed);
	expect(error?.issues[0]?.message).toMatch(/^access\.email-(missing|wrong)$/);
});
